package org.quotecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.ProductionBackends;
import org.quotecheck.metric.EmbeddedMetricFormat;

/** What CloudWatch makes metrics of in the log of the packaged function, native or not. */
class FunctionMetricsIT {

    private static final ProductionBackends BACKENDS = new ProductionBackends();
    private static FunctionProcess function;

    @BeforeAll
    static void startFunction() {
        var configuration = new HashMap<>(BACKENDS.start());
        configuration.put("quotecheck.metrics.namespace", "facts");
        configuration.put("quotecheck.log.json", "true");
        function = new FunctionProcess("counted", configuration);
        RestAssured.port = function.port();
    }

    @AfterAll
    static void stopFunction() {
        function.close();
        BACKENDS.stop();
        RestAssured.reset();
    }

    @Test
    void callsAndPublicationsAreCounted() {
        called("embed-1", "/embed/v1/claims?ids=" + UUID.randomUUID(), 200);
        called("embed-2", "/embed/v1/claims?ids=x", 400);
        called("scan-1", "/wp-login.php", 404);
        called("claims-1", "/v1/claims?limit=1", 200);
        called("claims-2", "/v1/claims/" + UUID.randomUUID(), 404);
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        assertThat(of("embed-1").path("ColdStarts").asInt()).isEqualTo(1);
        assertThat(lines().stream().filter(line -> line.has("ColdStarts"))).hasSize(1);
        assertThat(of("embed-2").path("Kind").asText()).isEqualTo("malformed-request");
        assertThat(of("scan-1").path("Kind").asText()).isEqualTo("not-found");
        assertThat(of("claims-1").path("Latency").asDouble()).isPositive();
        assertThat(of("claims-1").has("Refused")).isFalse();
        assertThat(of("claims-2").path("Kind").asText()).isEqualTo("not-found");
        assertThat(lines().stream().filter(line -> line.has("Publications")))
                .singleElement()
                .satisfies(line -> assertThat(line.path("claim").asText()).isEqualTo(claim));
    }

    private static void called(String id, String path, int status) {
        Api.nobody().header("X-Request-Id", id).get(path).then().statusCode(status);
    }

    private static JsonNode of(String request) {
        return lines().stream()
                .filter(line -> line.path("request").asText().equals(request))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> lines() {
        return EmbeddedMetricFormat.in(function.log());
    }
}
