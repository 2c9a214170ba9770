package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.infra.Functions.elements;
import static org.quotecheck.infra.Functions.migration;
import static org.quotecheck.infra.Functions.service;
import static org.quotecheck.infra.Functions.variable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the stacks tell the service, in its environment. */
class FunctionSettingsTest {

    private static final Path WHAT_THE_FUNCTION_UNDERSTANDS =
            Path.of("../src/lambda/java/org/quotecheck/lambda/FunctionSettings.java");

    private static final Path SETTINGS_OF_THE_SERVICE = Path.of("../docs/operating.md");

    private final Synthesis small = Synthesis.small();

    @Test
    void noPasswordReachesAFunction() {
        assertThat(Stream.of(service(small), migration(small)))
                .allMatch(function -> variable(small, function, "QUARKUS_DATASOURCE_PASSWORD")
                                .equals("by-iam")
                        && variable(small, function, "QUARKUS_DATASOURCE_JDBC_URL")
                                .contains("authenticationPluginClassName=org.quotecheck.deployment.DatabaseToken"));
    }

    /** With any other setting it would start the framework before its first answer. */
    @Test
    void everySettingIsOneThatTheFunctionUnderstandsAtOnce() throws IOException {
        var understood = names("entry\\(\"(\\w+)\"", WHAT_THE_FUNCTION_UNDERSTANDS);
        var made = Synthesis.small(
                "address=https://facts.example",
                "certificate=arn:aws:acm:us-east-1:123456789012:certificate/0a",
                "organizationName=Facts",
                "organizationUrl=https://news.example",
                "reviewSecondPerson=false",
                "reviewNamesShown=true");
        assertThat(service(made).property("/Environment/Variables").properties().stream()
                        .map(variable -> variable.getKey())
                        .filter(name -> name.matches("(QUARKUS|QUOTECHECK|SMALLRYE|MP)_.*")))
                .hasSizeGreaterThan(10)
                .isSubsetOf(understood);
        // MicroProfile Config would read an expression
        assertThat(elements(service(made).property("/Environment/Variables")).filter(JsonNode::isTextual))
                .isNotEmpty()
                .noneMatch(value -> value.asText().contains("$"));
    }

    /** Tasks aside: a function that has one answers no requests. */
    @Test
    void everyDocumentedSettingIsUnderstood() throws IOException {
        var documented = names("`(QUOTECHECK_(?!TASK)\\w+)`", SETTINGS_OF_THE_SERVICE);
        assertThat(documented).hasSizeGreaterThan(25);
        assertThat(names("entry\\(\"(\\w+)\"", WHAT_THE_FUNCTION_UNDERSTANDS)).containsAll(documented);
    }

    private static Set<String> names(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Those that a user pool brings aside: it says them by itself. */
    @Test
    void everyDocumentedSettingCanBeGiven() throws IOException {
        var made = Synthesis.small(
                "issuer=https://id.news.example",
                "jwks=https://id.news.example/keys",
                "audience=facts",
                "address=https://d1.cloudfront.net",
                "organizationName=Facts",
                "organizationUrl=https://news.example",
                "organizationLanguage=pt-BR",
                "organizationLogo=data:image/svg+xml;base64,PHN2Zy8+",
                "organizationMethodology=We ask twice.\n\nThen we read.",
                "organizationCorrectionsPolicy=https://news.example/errors",
                "organizationImprint=/imprint",
                "reviewSecondPerson=false",
                "reviewNamesShown=true",
                "submissionsPerDay=0",
                "questionsPerMinute=600",
                "labels=en.rating.mixed = Half true",
                "logKey=facts/log",
                "logRetiredKeys={\"keys\": []}",
                "corsOrigins=https://desk.example,http://localhost:3000",
                "nameClaim=preferred_username",
                "consoleClientId=console",
                "consoleScope=openid offline_access",
                "consoleResource=https://facts.example",
                "consoleToken=id",
                "consoleProviderOrigins=https://login.example");
        var given = service(made).property("/Environment/Variables");
        // the reader's address comes from the edge, not from proxies
        var documented = names("`(QUOTECHECK_(?!TASK|TRUSTED_PROXIES)\\w+)`", SETTINGS_OF_THE_SERVICE);
        assertThat(given.properties().stream().map(variable -> variable.getKey()))
                .containsAll(documented);
        assertThat(variable(made, service(made), "QUOTECHECK_ORGANIZATION_METHODOLOGY"))
                .isEqualTo("We ask twice.\n\nThen we read.");
        assertThat(variable(made, service(made), "QUOTECHECK_LOG_KEY"))
                .isEqualTo("{{resolve:secretsmanager:facts/log:SecretString:::}}");
    }

    /** AWS Lambda has 4 KB for names and values. What a stack fills in is counted as it is written here. */
    @Test
    void allVariablesFitWithTheLongestThatCanBeGiven() {
        var made = Synthesis.small("organizationImprint=" + "a".repeat(ServiceSettings.LARGEST));
        assertThat(service(made).property("/Environment/Variables").properties().stream()
                        .mapToInt(variable -> variable.getKey().length()
                                + made.text(variable.getValue()).length())
                        .sum())
                .isBetween(ServiceSettings.LARGEST, 4096);
    }
}
