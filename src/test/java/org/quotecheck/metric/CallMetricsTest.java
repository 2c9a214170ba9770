package org.quotecheck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** What the service writes of calls and publications for CloudWatch. */
@QuarkusTest
@TestProfile(CallMetricsTest.Counted.class)
class CallMetricsTest {

    public static final class Counted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quotecheck.metrics.namespace", "facts");
        }
    }

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private PrintStream before;

    @BeforeEach
    void listen() {
        before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(before);
    }

    @Test
    void eachCallIsOneLineUnderTheIdOfItsAnswer() {
        var id = Api.nobody()
                .get("/v1/claims?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");
        assertThat(of(id)).singleElement().satisfies(line -> {
            assertThat(line.path("Latency").isNumber()).isTrue();
            assertThat(line.path("status").asInt()).isEqualTo(200);
            assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("facts");
        });
    }

    /** By the resources, before them, by the framework, and by the paths that nothing has. */
    @Test
    void refusalsAreCountedByKindWhoeverRefuses() {
        assertThat(refused("/v1/claims/" + UUID.randomUUID(), 404)).isEqualTo("not-found");
        assertThat(refused("/v1/claims?limit=x", 400)).isEqualTo("malformed-request");
        assertThat(refused("/wp-login.php", 404)).isEqualTo("not-found");
        assertThat(refused("/embed/v1/claims?ids=x", 400)).isEqualTo("malformed-request");
        var claim = Api.claim(Api.unique("We lost"));
        var stale = Api.reviewer()
                .header("If-Match", "\"999\"")
                .header("X-Request-Id", "stale-1")
                .contentType("application/json")
                .body(Map.of("to", "in_review"))
                .post("/v1/claims/" + claim + "/transitions")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
        stale.header("X-Request-Id", equalTo("stale-1"));
        assertThat(of("stale-1").getFirst().path("Kind").asText()).isEqualTo("stale-version");
    }

    @Test
    void gatewaysIdIsKeptAlongsideTheCallers() {
        Api.nobody()
                .header("X-Request-Id", "caller-1,gateway-1")
                .get("/v1/ratings")
                .then()
                .header("X-Request-Id", equalTo("caller-1"));
        assertThat(of("caller-1").getFirst().path("gateway").asText()).isEqualTo("gateway-1");
    }

    @Test
    void publicationIsCountedOnce() {
        var claim = Api.claim(Api.unique("We lost"));
        Api.publish(claim, "false");
        assertThat(lines().stream().filter(line -> line.has("Publications")))
                .singleElement()
                .satisfies(line -> assertThat(line.path("claim").asText()).isEqualTo(claim));
    }

    private String refused(String path, int status) {
        var id = Api.nobody().get(path).then().statusCode(status).extract().header("X-Request-Id");
        return of(id).getFirst().path("Kind").asText();
    }

    private List<JsonNode> of(String request) {
        return lines().stream()
                .filter(line -> line.path("request").asText().equals(request))
                .toList();
    }

    private List<JsonNode> lines() {
        return EmbeddedMetricFormat.in(written.toString(StandardCharsets.UTF_8));
    }
}
