package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StacksTest {

    @TempDir
    Path directory;

    @Test
    void synthesisIsTheSameEachTime() throws IOException {
        Synthesis.into(directory.resolve("once"));
        Synthesis.into(directory.resolve("again"));
        assertThat(deployed(directory.resolve("again")))
                .hasSizeGreaterThan(20)
                .isEqualTo(deployed(directory.resolve("once")));
    }

    @Test
    void synthesisAsksNoAccount() throws IOException {
        Synthesis.into(directory);
        var manifest = new ObjectMapper()
                .readTree(directory.resolve("assembly-quotecheck/manifest.json").toFile());
        assertThat(manifest.path("missing"))
                .as("what would have to be looked up")
                .isEmpty();
        assertThat(manifest.findValuesAsText("environment"))
                .hasSize(8)
                .allMatch(environment -> environment.startsWith("aws://unknown-account/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=small",
                "size=big",
                "egress=nat",
                "region=us-east-1",
                "concurrency=49",
                "backupRegion=eu-west-1",
                "originSecret=2",
                "traces=true",
                "name=facts-staging"
            })
    void theAwsSolutionsRulesHoldOrSayWhyNotAndNothingElseIsWarnedOf(String parameter) throws IOException {
        Synthesis.into(directory, parameter);
        assertThat(messages(directory)).isEmpty();
    }

    @Test
    void theRulesHoldForTheJvmToo() throws IOException {
        Synthesis.into(directory, "functionZip=" + Zip.of("lib/io.quarkus.quarkus-amazon-lambda-9.jar", new byte[9]));
        assertThat(messages(directory)).isEmpty();
    }

    @Test
    void whatIsMadeAnewIsNotExported() {
        assertThat(Synthesis.small().stacks().get("Identity").path("Outputs").properties())
                .noneMatch(output -> output.getValue().has("Export"));
        assertThat(Synthesis.small().stacks().get("Function").path("Outputs").toString())
                .doesNotContain("OriginSecret");
    }

    @Test
    void inTheFirewallsRegionNothingCrossesRegions() {
        assertThat(Synthesis.small("region=us-east-1").all("Custom::CrossRegionExportWriter"))
                .isEmpty();
    }

    @Test
    void everyStackIsNamed() {
        assertThat(Synthesis.small().stacks())
                .containsOnlyKeys(
                        "Network", "Database", "Identity", "Function", "Firewall", "Edge", "Operations", "Budget");
    }

    /** Errors and warnings of all constructs, as the command line would tell them. */
    private static List<String> messages(Path directory) throws IOException {
        var messages = new ArrayList<String>();
        int read = 0;
        for (var file : files(directory).entrySet()) {
            if (file.getKey().endsWith(".metadata.json")) {
                read++;
                new ObjectMapper()
                        .readTree(file.getValue())
                        .forEach(construct -> construct.forEach(entry -> {
                            if (entry.get("type").asText().matches("aws:cdk:(error|warning)")) {
                                messages.add(entry.get("data").asText());
                            }
                        }));
            }
        }
        assertThat(read).isBetween(8, 9);
        return messages;
    }

    /**
     * Templates, and the list of files that go with them; what else is there is for the tools, such as where in /tmp
     * they ran.
     */
    private static Map<String, String> deployed(Path directory) throws IOException {
        var files = files(directory);
        files.replaceAll((name, content) -> name.matches(".*(template|assets)\\.json") ? content : "");
        return files;
    }

    private static Map<String, String> files(Path directory) throws IOException {
        var files = new TreeMap<String, String>();
        try (var found = Files.walk(directory)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = directory.relativize(file).toString();
                files.put(name, name.endsWith(".json") ? Files.readString(file) : "");
            }
        }
        return files;
    }
}
