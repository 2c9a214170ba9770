package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as {@code cdk} runs it: parameters in CDK_CONTEXT_JSON, templates into CDK_OUTDIR. */
class MainTest {

    @TempDir
    Path directory;

    private record Ended(int code, String said) {}

    /** In a process of its own the order of Java's immutable maps differs: no template may show it. */
    @Test
    void anotherProcessMakesTheSameTemplates() throws Exception {
        Synthesis.into(directory.resolve("here"), "size=big");
        var ended = run("there", new TreeMap<>(Synthesis.given("size=big").values()));
        assertThat(ended).isEqualTo(new Ended(0, ""));
        assertThat(templates(directory.resolve("there"))).hasSize(8).isEqualTo(templates(directory.resolve("here")));
    }

    @Test
    void aWrongParameterEndsItWithOneSentence() throws Exception {
        var parameters = new TreeMap<>(Synthesis.given("architecture=arm64").values());
        assertThat(run("there", parameters))
                .isEqualTo(
                        new Ended(
                                1,
                                "The bootstrap in " + Synthesis.FOR_X86_64
                                        + " is for x86_64, but the function would run on arm64: give -c architecture=x86_64, or build it there.\n"));
        assertThat(directory.resolve("there/manifest.json")).doesNotExist();
    }

    /** As cdk bootstrap runs it. */
    @Test
    void withoutParametersItMakesNothingAndSaysSo() throws Exception {
        assertThat(run("there", new TreeMap<>()))
                .isEqualTo(new Ended(
                        0, "No parameters are given, so there is nothing to deploy: infra/README.md lists them.\n"));
        assertThat(directory.resolve("there/manifest.json")).exists();
    }

    private Ended run(String into, TreeMap<String, String> parameters) throws IOException, InterruptedException {
        parameters.put("aws:cdk:of-the-tools", "ignored");
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        java.environment().put("CDK_OUTDIR", directory.resolve(into).toString());
        var context = new TreeMap<>(Synthesis.flags());
        context.putAll(parameters);
        java.environment().put("CDK_CONTEXT_JSON", new ObjectMapper().writeValueAsString(context));
        var process = java.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static List<String> templates(Path directory) throws IOException {
        var templates = new ArrayList<String>();
        try (var files = Files.list(directory.resolve("assembly-quotecheck"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".template.json"))
                    .sorted()
                    .toList()) {
                templates.add(Files.readString(file));
            }
        }
        return templates;
    }
}
