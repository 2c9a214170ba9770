package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The README's commands as they stand there, run here up to where AWS asks who we are: an account that nobody has is
 * given, and no credentials.
 */
class ReadmeTest {

    private static final String ZIP = "../target/function.zip";

    @TempDir
    Path home;

    private record Ended(int code, String said) {}

    static Stream<String> builds() throws IOException {
        return commands().filter(command -> command.startsWith("(cd .. && ./mvnw "));
    }

    static Stream<String> cdk() throws IOException {
        return commands().filter(command -> command.startsWith("npx aws-cdk"));
    }

    static Stream<String> aws() throws IOException {
        return Files.readString(Path.of("README.md"))
                .lines()
                .flatMap(line -> Pattern.compile("\\baws [a-z0-9-]+ [a-z0-9-]+[^`|]*")
                        .matcher(line)
                        .results())
                .map(found -> found.group().strip());
    }

    /** Its profiles, properties and goals are there; the build itself has its own tests. */
    @ParameterizedTest
    @MethodSource("builds")
    void aBuildIsOneThatMavenUnderstands(String command) throws IOException, InterruptedException {
        assertThat(command).contains(" package ");
        var ended = run(command.replace(" package ", " --quiet validate "));
        assertThat(ended.code()).as(ended.said()).isZero();
    }

    /** Every line's parameters are those that there are. */
    @ParameterizedTest
    @MethodSource("cdk")
    void itsParametersAreTaken(String command) {
        var given = Pattern.compile("-c (\\S+=\\S+)").matcher(command).results().map(found -> found.group(1));
        assertThat(Deployment.of(Synthesis.given(given.toArray(String[]::new))).region())
                .startsWith("eu-");
    }

    /** One line of each kind, since each compiles and synthesises all: bootstrap, deploy, destroy. */
    static Stream<String> kinds() throws IOException {
        var kinds = new LinkedHashMap<String, String>();
        cdk().forEach(command -> kinds.putIfAbsent(command.split(" ")[2], command));
        return kinds.values().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void cdkComesAsFarAsTheCredentials(String command) throws IOException, InterruptedException {
        var withAZip = command.contains(" bootstrap ") || Files.exists(Path.of(ZIP))
                ? command
                : command + " -c functionZip=" + Synthesis.FOR_X86_64;
        var ended = run(withAZip);
        assertThat(ended.code()).as(ended.said()).isNotZero();
        assertThat(ended.said())
                .containsPattern("(?i)credentials|Unable to resolve AWS account")
                .doesNotContain("is missing", "cannot be", "Unknown", "There is no");
    }

    @Test
    void theFirstHourIsThere() throws IOException {
        assertThat(cdk().map(command -> command.replaceAll(".*aws-cdk@\\S+ (\\w+).*", "$1")))
                .contains("bootstrap", "deploy", "destroy");
        assertThat(builds().toList())
                .hasSizeGreaterThanOrEqualTo(2)
                .first()
                .asString()
                .contains("-Dquarkus.native.container-build=true");
        assertThat(commands().toList())
                .anySatisfy(command -> assertThat(command).startsWith("ID_TOKEN=$(node sign-in.mjs"));
        assertThat(aws())
                .anyMatch(command -> command.startsWith("aws service-quotas get-service-quota"))
                .anyMatch(command -> command.startsWith("aws cognito-idp admin-create-user"))
                .anyMatch(command -> command.startsWith("aws cognito-idp admin-add-user-to-group"))
                .anyMatch(command -> command.startsWith("aws rds restore-db-cluster-to-point-in-time"));
    }

    /** The quota stands before the deployment that would fail by it. */
    @Test
    void theQuotaIsAskedForBeforeTheDeployment() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        assertThat(readme.indexOf("get-service-quota")).isLessThan(readme.indexOf(" deploy "));
    }

    /** Outputs, and resources by their type, of the stacks that it names. */
    @Test
    void whatItsCommandsLookUpIsInTheTemplates() throws IOException {
        var made = Synthesis.small("backupRegion=eu-west-1").stacks();
        var lookups = aws().flatMap(command -> Pattern.compile(
                                "--stack-name quotecheck-(\\w+).*?(OutputKey|ResourceType)=='([\\w:]+)'")
                        .matcher(command)
                        .results())
                .toList();
        assertThat(lookups).hasSizeGreaterThanOrEqualTo(6);
        for (var found : lookups) {
            var stack = made.get(found.group(1));
            assertThat(stack).as(found.group()).isNotNull();
            if (found.group(2).equals("OutputKey")) {
                assertThat(stack.path("Outputs").has(found.group(3)))
                        .as(found.group())
                        .isTrue();
            } else {
                assertThat(stack.path("Resources").findValuesAsText("Type"))
                        .as(found.group())
                        .contains(found.group(3));
            }
        }
        var vault = Pattern.compile("--backup-vault-name (\\S+)").matcher(Files.readString(Path.of("README.md")));
        assertThat(vault.find()).isTrue();
        assertThat(made.get("Backup").findValuesAsText("BackupVaultName")).contains(vault.group(1));
    }

    /** What the tables of what was run name as having run it. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "../docs/self-hosting.md"})
    void whatIsSaidToHaveRunItIsThere(String page) throws IOException {
        var table = Files.readString(Path.of(page))
                .split("\n## What was run, and what was not\n", 2)[1]
                .split("\n## ", 2)[0];
        var named = Pattern.compile("`(deploy/[\\w.-]+|\\w+(?:Test|IT))`")
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(3);
        for (var name : named) {
            assertThat(name.startsWith("deploy/") ? Files.exists(Path.of("..", name)) : isTest(name))
                    .as(name)
                    .isTrue();
        }
    }

    private static boolean isTest(String name) throws IOException {
        for (var root : List.of(Path.of("src/test/java"), Path.of("../src/test/java"))) {
            try (var files = Files.walk(root)) {
                if (files.anyMatch(file -> file.endsWith(name + ".java"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Ended run(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("npm_config_yes", "true");
        builder.environment().put("ACCOUNT", "123456789012");
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment()
                .put("AWS_SHARED_CREDENTIALS_FILE", home.resolve("none").toString());
        builder.environment().put("AWS_CONFIG_FILE", home.resolve("none").toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** Lines of code blocks, without the remarks behind them. */
    private static Stream<String> commands() throws IOException {
        var blocks = Pattern.compile("(?s)```\n(.*?)```").matcher(Files.readString(Path.of("README.md")));
        return blocks.results()
                .map(found -> found.group(1))
                .flatMap(String::lines)
                .map(line -> line.replaceAll("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty());
    }
}
