package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is in JavaScript: its tests are, too (src/test/js), and run on Node's own runner. */
class ScriptsTest {

    private static final Path MODULES = Path.of("target/npm").toAbsolutePath();

    @Test
    void signInAtARealProvider() throws IOException, InterruptedException {
        Files.createDirectories(MODULES);
        assertThat(run(
                        "npm",
                        "install",
                        "--silent",
                        "--no-save",
                        "--prefix",
                        MODULES.toString(),
                        "oidc-provider@8.8.1"))
                .isEqualTo("");
        assertThat(tests("sign-in.test.mjs")).contains("# pass 8\n# fail 0\n");
    }

    @Test
    void whatRunsAtDeployments() throws IOException, InterruptedException {
        assertThat(tests("helpers.test.mjs")).contains("# pass 20\n# fail 0\n");
    }

    private static String tests(String file) throws IOException, InterruptedException {
        return run("node", "--test", "--test-reporter=tap", "src/test/js/" + file);
    }

    /** What it said; a failure is told with it. */
    private static String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("NODE_MODULES", MODULES.resolve("node_modules").toString());
        builder.environment()
                .put("SIGN_IN_SCRIPT", Path.of("sign-in.mjs").toAbsolutePath().toString());
        builder.environment()
                .put(
                        "RESOURCES",
                        Path.of("src/main/resources/org/quotecheck/infra")
                                .toAbsolutePath()
                                .toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
