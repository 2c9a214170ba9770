package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Which pages of other origins may call what. The test's configuration lists one origin. */
@QuarkusTest
class CrossOriginTest {

    private static final String LISTED = "https://desk.example:8443";
    private static final String STRANGER = "https://stranger.example";

    @Test
    void openReadsAreForAllOrigins() {
        var claim = Api.claim(Api.unique("The ferry sank"));
        Api.publish(claim, "false");
        for (var path : List.of(
                "/v1/claims",
                "/v1/claims/" + claim,
                "/v1/claims/" + claim + "/sources",
                "/v1/claims/" + claim + "/verdict-revisions",
                "/v1/claims/" + claim + "/verdict-revisions/1",
                "/v1/corrections",
                "/claims/" + claim,
                "/claims/" + claim + ".jsonld",
                "/embed/v1/claims?ids=" + claim,
                "/v1/claims/x",
                "/v1/claims?limit=0",
                "/v1/claims/" + UUID.randomUUID())) {
            for (var origin : List.of(STRANGER, LISTED, "null")) {
                isOpen(Api.nobody().header("Origin", origin).get(path));
                isOpen(Api.editor().header("Origin", origin).get(path));
            }
            isOpen(Api.nobody().get(path));
        }
        isOpen(Api.nobody()
                .header("Authorization", "Bearer x")
                .header("Origin", STRANGER)
                .get("/v1/claims"));
        var etag = Api.nobody().get("/embed/v1/claims?ids=" + claim).header("ETag");
        var known = Api.nobody()
                .header("If-None-Match", etag)
                .header("Origin", STRANGER)
                .get("/embed/v1/claims?ids=" + claim);
        assertThat(known.statusCode()).isEqualTo(304);
        isOpen(known);
        isOpen(Api.nobody()
                .header("Origin", STRANGER)
                .contentType("application/json")
                .body(Map.of("text", "The ferry sank"))
                .post("/v1/claims/match"));
    }

    @Test
    void everythingElseIsForListedOrigins() {
        for (var path : List.of("/v1/review-queue", "/v1/reports", "/v1/reports?limit=0")) {
            var listed = Api.editor().header("Origin", LISTED).get(path);
            assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo(LISTED);
            assertThat(listed.header("Access-Control-Expose-Headers")).contains("ETag", "Idempotency-Replayed");
            for (var origin :
                    List.of(STRANGER, LISTED + "/", LISTED.toUpperCase(), "null", "https://desk.example", "*")) {
                isClosed(Api.editor().header("Origin", origin).get(path));
            }
            isClosed(Api.editor().get(path));
            assertThat(listed.header("Vary")).isEqualTo("Authorization, Origin");
            assertThat(Api.editor().get(path).header("Vary")).isEqualTo("Authorization, Origin");
        }
        var write = Api.submitter()
                .header("Origin", LISTED)
                .contentType("application/json")
                .body("{}");
        assertThat(write.post("/v1/claims").header("Access-Control-Allow-Origin"))
                .isEqualTo(LISTED);
        isClosed(Api.submitter()
                .header("Origin", STRANGER)
                .contentType("application/json")
                .body("{}")
                .post("/v1/claims"));
        isClosed(Api.nobody().header("Origin", STRANGER).get("/q/health/live"));
        isClosed(Api.nobody().header("Origin", STRANGER).get("/nowhere"));
    }

    @Test
    void preflightsTellWhatIsAllowed() {
        var read = preflight("/v1/claims", STRANGER, "GET");
        isOpen(read);
        assertThat(read.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(read.header("Access-Control-Allow-Headers"))
                .contains("If-None-Match", "Authorization", "Content-Encoding");
        assertThat(read.header("Access-Control-Max-Age")).isEqualTo("7200");
        assertThat(read.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        isOpen(preflight("/embed/v1/claims", "null", "GET"));
        isOpen(preflight("/v1/claims/match", STRANGER, "POST"));
        isClosed(preflight("/v1/claims", STRANGER, "POST"));
        var write = preflight("/v1/claims", LISTED, "POST");
        assertThat(write.header("Access-Control-Allow-Origin")).isEqualTo(LISTED);
        assertThat(write.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
        assertThat(write.header("Access-Control-Allow-Credentials")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "get", "PATCH", "DELETE", "GET, POST", "FOO", "GET\u00e9", "OPTIONS"})
    void preflightForWhatIsNotThereAllowsNothing(String method) {
        var answer = preflight("/v1/claims", LISTED, method);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).isNull();
    }

    @Test
    void oddPreflightHeadersChangeNothing() {
        var odd = Api.nobody()
                .header("Origin", STRANGER)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "x-".repeat(2_000) + ",, ;\t*")
                .header("Access-Control-Request-Private-Network", "true")
                .options("/v1/claims");
        isOpen(odd);
        assertThat(odd.header("Access-Control-Allow-Headers"))
                .isEqualTo(preflight("/v1/claims", STRANGER, "GET").header("Access-Control-Allow-Headers"));
        assertThat(odd.header("Access-Control-Allow-Private-Network")).isNull();
    }

    @Test
    void optionsAndRefusedMethodsTellTheTruth() {
        assertThat(Api.nobody().options("/v1/claims").header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(Api.nobody().options("/v1/review-queue").header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(Api.nobody().options("/v1/claims/match").header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(Api.nobody().options("/v1/articles/by-url").header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(Api.nobody().options("/v1/articles/x").header("Allow")).isEqualTo("GET, HEAD, OPTIONS, PATCH");
        for (var method : List.of("DELETE", "PATCH", "PUT", "TRACE", "FOO")) {
            var answer = Api.editor().request(method, "/v1/claims");
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        }
        assertThat(Api.editor().get("/v1/claims/match").statusCode()).isEqualTo(405);
        assertThat(Api.nobody().delete("/claims/" + UUID.randomUUID()).header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
    }

    private static Response preflight(String path, String origin, String method) {
        return Api.nobody()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization, if-match")
                .options(path);
    }

    private static void isOpen(Response answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    private static void isClosed(Response answer) {
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().toLowerCase().startsWith("access-control-"));
        assertThat(answer.header("Vary")).contains("Origin");
    }
}
