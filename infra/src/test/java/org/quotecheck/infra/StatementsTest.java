package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.infra.Synthesis.Resource;

/**
 * Who may do what, statement by statement. What is expected stands in statements-*.txt, so that a change of rights is
 * seen as one.
 */
class StatementsTest {

    static Stream<Synthesis> everyKind() {
        return Stream.of(Synthesis.small(), Synthesis.big(), Synthesis.small("egress=nat"));
    }

    @Test
    void ofASmallNewsroom() throws IOException {
        assertThat(statements(Synthesis.small())).isEqualTo(expected("statements-small.txt"));
    }

    @Test
    void aBigOneHasAProxyToo() throws IOException {
        var small = statements(Synthesis.small()).lines().toList();
        assertThat(statements(Synthesis.big()).lines().filter(Predicate.not(small::contains)))
                .isEqualTo(expected("statements-big.txt").lines().toList());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void nobodyMayDoEverythingAndNothingIsForEverybody(Synthesis made) {
        assertThat(each(made)).isNotEmpty().allSatisfy(statement -> {
            if (statement.get("Effect").asText().equals("Allow")) {
                assertThat(statement.toString())
                        .doesNotContain(
                                "\"Principal\":\"*\"", "\"AWS\":\"*\"", "NotAction", "NotPrincipal", "NotResource");
                assertThat(list(made, statement.get("Action"))).noneMatch(action -> action.endsWith("*"));
            }
        });
    }

    private static List<JsonNode> each(Synthesis made) {
        return made.all()
                .flatMap(resource -> documents(resource).flatMap(document -> stream(document.at("/Statement"))))
                .toList();
    }

    private static String statements(Synthesis made) {
        var lines = new ArrayList<String>();
        made.stacks()
                .keySet()
                .forEach(stack -> made.in(stack).forEach(resource -> {
                    stream(resource.property("/ManagedPolicyArns"))
                            .forEach(policy -> lines.add(stack + " " + brief(resource.id()) + ": has the policy "
                                    + Intrinsics.text(policy)));
                    documents(resource)
                            .forEach(document -> stream(document.at("/Statement"))
                                    .forEach(statement -> lines.add(
                                            stack + " " + brief(resource.id()) + ": " + line(made, statement))));
                }));
        return String.join("\n", lines) + "\n";
    }

    private static Stream<JsonNode> documents(Resource resource) {
        return Stream.concat(
                        Stream.of(resource.property("/PolicyDocument"), resource.property("/AssumeRolePolicyDocument")),
                        stream(resource.property("/Policies")).map(policy -> policy.path("PolicyDocument")))
                .filter(JsonNode::isObject);
    }

    private static String line(Synthesis made, JsonNode statement) {
        var line = statement.get("Effect").asText().toLowerCase(Locale.ROOT) + " "
                + String.join(", ", list(made, statement.get("Action")));
        if (statement.has("Resource")) {
            line += " on " + String.join(", ", list(made, statement.get("Resource")));
        }
        if (statement.has("Principal")) {
            line += " to " + statement.get("Principal").toString().replaceAll("[\"{}]", "");
        }
        return statement.has("Condition")
                ? line + " if " + statement.get("Condition").toString().replaceAll("[\"{}]", "")
                : line;
    }

    private static List<String> list(Synthesis made, JsonNode value) {
        return value.isArray() ? stream(value).map(each -> text(made, each)).toList() : List.of(text(made, value));
    }

    private static String text(Synthesis made, JsonNode value) {
        return made.text(value)
                .replaceAll("(CurrentVersion)[0-9A-F]{8}[0-9a-f]{32}", "$1")
                .replaceAll("(\\w+?)[0-9A-F]{8}([.}])", "$1$2");
    }

    private static String brief(String id) {
        return id.replaceAll("[0-9A-F]{8}$", "");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String expected(String name) throws IOException {
        try (var in = StatementsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
