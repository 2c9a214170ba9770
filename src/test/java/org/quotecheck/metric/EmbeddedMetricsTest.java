package org.quotecheck.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final List<String> lines = new ArrayList<>();
    private final EmbeddedMetrics metrics = new EmbeddedMetrics("facts", lines::add, InstantSource.fixed(NOW));

    @Test
    void onlyTheFirstCallOfAProcessIsAColdStart() {
        assertThat(names(answered(200, null))).containsExactly("Latency", "ColdStarts");
        assertThat(names(answered(200, null))).containsExactly("Latency");
        assertThat(names(answered(304, null))).containsExactly("Latency");
    }

    @Test
    void refusalIsCountedByTheTypeOfItsProblem() {
        assertThat(answered(412, "stale-version").path("Kind").asText()).isEqualTo("stale-version");
        assertThat(answered(422, "idempotency-key-reused").path("Kind").asText())
                .isEqualTo("idempotency-key-reused");
        assertThat(names(answered(404, "not-found"))).containsExactly("Latency", "Refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 413, 414, 415, 418, 429, 431, 499})
    void refusalOfOthersHasTheKindOfItsStatus(int status) {
        var line = answered(status, null);
        assertThat(line.path("Refused").asInt()).isEqualTo(1);
        assertThat(line.path("Kind").asText()).matches("[a-z-]+");
        assertThat(line.path("status").asInt()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 304, 307, 500, 503})
    void whatIsNoMistakeOfTheCallerIsNotRefused(int status) {
        assertThat(answered(status, null).has("Refused")).isFalse();
    }

    @Test
    void publicationIsCountedAndNamesItsClaim() {
        metrics.published("0198c7f0-0000-7000-8000-000000000000", 2);
        var line = EmbeddedMetricFormat.checked(lines.getLast());
        assertThat(names(line)).containsExactly("Publications");
        assertThat(line.path("claim").asText()).startsWith("0198c7f0");
        assertThat(line.path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void lineSaysWhenAndWhere() {
        var line = answered(200, null);
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("facts");
        assertThat(line.path("Latency").asDouble()).isBetween(0.0, 60_000.0);
    }

    @Test
    void callIsFoundByTheAnswersIdAndByTheGateways() {
        metrics.answered(AnsweredCall.of("mine", "mine, Root=1-0a", 200, null), System.nanoTime());
        var line = EmbeddedMetricFormat.checked(lines.getLast());
        assertThat(line.path("request").asText()).isEqualTo("mine");
        assertThat(line.path("gateway").asText()).isEqualTo("Root=1-0a");
        metrics.answered(AnsweredCall.of("gateways", "gateways", 200, null), System.nanoTime());
        assertThat(EmbeddedMetricFormat.checked(lines.getLast()).has("gateway")).isFalse();
    }

    @Test
    void whatCallersSendBreaksNoLine() {
        metrics.answered(AnsweredCall.of("a", "x,\"}\n{\"_aws\":1", 200, null), System.nanoTime());
        assertThat(EmbeddedMetricFormat.in(lines.getLast())).hasSize(1);
    }

    private JsonNode answered(int status, String problem) {
        metrics.answered(AnsweredCall.of("request-1", null, status, problem), System.nanoTime());
        return EmbeddedMetricFormat.checked(lines.getLast());
    }

    private static List<String> names(JsonNode line) {
        return line.at("/_aws/CloudWatchMetrics").findValuesAsText("Name");
    }
}
