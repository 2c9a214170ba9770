package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.infra.Synthesis.Resource;

class FirewallStackTest {

    private final Resource firewall = Synthesis.small().one("Firewall", "AWS::WAFv2::WebACL");

    @Test
    void readsQuestionsAndWritesHaveTheirOwnLimits() {
        assertThat(StreamSupport.stream(firewall.property("/Rules").spliterator(), false)
                        .map(rule -> rule.get("Name").asText() + " "
                                + rule.at("/Statement/RateBasedStatement/Limit").asText() + " in "
                                + rule.at("/Statement/RateBasedStatement/EvaluationWindowSec")
                                        .asText() + " s by "
                                + rule.at("/Statement/RateBasedStatement/AggregateKeyType")
                                        .asText()))
                .containsExactly(
                        "ReadsOfOneAddress 15000 in 300 s by IP",
                        "QuestionsOfOneAddress 1500 in 300 s by IP",
                        "WritesOfOneAddress 300 in 300 s by IP");
    }

    /** Each call is counted by exactly one rule. */
    @ParameterizedTest
    @CsvSource({
        "GET, /v1/claims, ReadsOfOneAddress",
        "HEAD, /claims/1, ReadsOfOneAddress",
        "OPTIONS, /mcp, ReadsOfOneAddress",
        "POST, /mcp, QuestionsOfOneAddress",
        "POST, /v1/claims/match, QuestionsOfOneAddress",
        "POST, /v1/lookup, QuestionsOfOneAddress",
        "POST, /v1alpha1/claims:search, QuestionsOfOneAddress",
        "POST, /v1/claims, WritesOfOneAddress",
        "POST, /v1/claims/1/reports, WritesOfOneAddress",
        "POST, /v1/lookup/, WritesOfOneAddress",
        "DELETE, /mcp, WritesOfOneAddress",
        "PATCH, /v1/claims/1, WritesOfOneAddress",
        "BREW, /, WritesOfOneAddress"
    })
    void aCallIsCountedOnce(String method, String path, String rule) {
        assertThat(StreamSupport.stream(firewall.property("/Rules").spliterator(), false)
                        .filter(each -> fits(each.at("/Statement/RateBasedStatement/ScopeDownStatement"), method, path))
                        .map(each -> each.get("Name").asText()))
                .containsExactly(rule);
    }

    /** As WAF reads statements. */
    private static boolean fits(JsonNode statement, String method, String path) {
        var kind = statement.properties().iterator().next();
        var inner = StreamSupport.stream(kind.getValue().path("Statements").spliterator(), false);
        return switch (kind.getKey()) {
            case "NotStatement" -> !fits(kind.getValue().get("Statement"), method, path);
            case "AndStatement" -> inner.allMatch(each -> fits(each, method, path));
            case "OrStatement" -> inner.anyMatch(each -> fits(each, method, path));
            case "ByteMatchStatement" -> {
                assertThat(kind.getValue().get("PositionalConstraint").asText()).isEqualTo("EXACTLY");
                var field = kind.getValue().get("FieldToMatch").has("Method") ? method : path;
                yield field.equals(kind.getValue().get("SearchString").asText());
            }
            default -> throw new AssertionError("unknown: " + kind.getKey());
        };
    }

    @Test
    void whoWritesTooMuchIsToldForHowLong() {
        var answer = firewall.property("/Rules/0/Action/Block/CustomResponse");
        assertThat(answer.get("ResponseCode").asInt()).isEqualTo(429);
        assertThat(answer.get("ResponseHeaders").toString())
                .isEqualTo("[{\"Name\":\"Retry-After\",\"Value\":\"300\"}]");
        assertThat(firewall.property("/DefaultAction").has("Allow")).isTrue();
    }

    @Test
    void standsWhereCloudFrontWantsIt() {
        assertThat(firewall.property("/Scope").asText()).isEqualTo("CLOUDFRONT");
        assertThat(Synthesis.small().in("Firewall", "Custom::CrossRegionExportWriter"))
                .hasSize(1);
    }
}
