package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.cxapi.SynthesisMessage;

class StacksTest {

    @TempDir
    Path directory;

    @Test
    void synthesisIsTheSameEachTime() throws IOException {
        Synthesis.into(directory.resolve("once"));
        Synthesis.into(directory.resolve("again"));
        assertThat(files(directory.resolve("again"))).hasSizeGreaterThan(20).isEqualTo(files(directory.resolve("once")));
    }

    @Test
    void synthesisAsksNoAccount() {
        var stacks = Synthesis.into(directory).synth().getNestedAssembly("assembly-Quotecheck");
        assertThat(stacks.getManifest().getMissing()).isNullOrEmpty();
        assertThat(stacks.getStacks()).hasSize(7).allMatch(stack -> stack.getEnvironment().getAccount().equals("unknown-account"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=small", "size=big", "egress=nat", "region=us-east-1", "concurrency=49"})
    void theAwsSolutionsRulesHoldOrSayWhyNot(String parameter) {
        assertThat(messages(Synthesis.into(directory, parameter))).noneMatch(message -> message.contains("AwsSolutions-"));
    }

    @Test
    void whatIsMadeAnewIsNotExported() {
        assertThat(Synthesis.small().stacks().get("Identity").path("Outputs").properties()).noneMatch(output -> output.getValue().has("Export"));
        assertThat(Synthesis.small().stacks().get("Function").path("Outputs").toString()).doesNotContain("OriginSecret");
    }

    @Test
    void inTheFirewallsRegionNothingCrossesRegions() {
        assertThat(Synthesis.small("region=us-east-1").all("Custom::CrossRegionExportWriter")).isEmpty();
    }

    @Test
    void everyStackIsNamed() {
        assertThat(Synthesis.small().stacks()).containsOnlyKeys("Network", "Database", "Identity", "Function", "Firewall", "Edge", "Operations");
    }

    private static Stream<String> messages(App app) {
        return app.synth().getNestedAssembly("assembly-Quotecheck").getStacks().stream().flatMap(stack -> stack.getMessages().stream()).map(StacksTest::text);
    }

    private static String text(SynthesisMessage message) {
        return message.getLevel() + " " + message.getId() + " " + message.getEntry().getData();
    }

    /** All that is deployed: templates, and the list of files that go with them. */
    private static Map<String, String> files(Path directory) throws IOException {
        var files = new TreeMap<String, String>();
        try (var found = Files.walk(directory)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = directory.relativize(file).toString();
                files.put(name, name.matches(".*(template|assets)\\.json") ? Files.readString(file) : "");
            }
        }
        return files;
    }
}
