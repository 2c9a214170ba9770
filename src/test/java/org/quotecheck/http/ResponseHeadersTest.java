package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** The headers that every answer carries, whatever it is. */
@QuarkusTest
class ResponseHeadersTest {

    @Test
    void everyKindOfAnswerIsGuarded() {
        var claim = published();
        for (var answer : List.of(
                Api.nobody().get("/v1/claims"),
                Api.nobody().get("/v1/claims/" + claim),
                Api.nobody().get("/claims/" + claim),
                Api.nobody().get("/embed/v1/claims?ids=" + claim),
                Api.nobody().header("If-None-Match", "*").get("/embed/v1/claims?ids=" + claim),
                Api.nobody().get("/"),
                Api.nobody().get("/nowhere"),
                Api.nobody().get("/v1/nowhere"),
                Api.nobody().get("/embed/nowhere"),
                Api.nobody().get("/v1/claims/x"),
                Api.nobody().post("/v1/claims"),
                Api.nobody().delete("/v1/claims"),
                Api.nobody().get("/q/health/live"),
                Api.nobody().accept("image/png").get("/v1/claims"),
                Api.nobody().options("/v1/claims"),
                Api.nobody().get("/embed/v1/quotecheck.js"),
                Api.submitter()
                        .contentType("application/json")
                        .body(Map.of("text", Api.unique("We won")))
                        .post("/v1/claims"))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
            assertThat(answer.header("X-Request-Id")).isNotBlank();
            assertThat(answer.header("Cache-Control")).isNotBlank();
            assertThat(answer.header("Set-Cookie")).isNull();
            assertThat(answer.header("Server")).isNull();
            if (answer.statusCode() >= 400) {
                assertThat(answer.contentType()).startsWith("application/problem+json");
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            }
        }
    }

    @Test
    void onlyEmbedsMayBePartsOfOthersPages() {
        var claim = published();
        for (var path : List.of("/embed/v1/claims?ids=" + claim, "/embed/v1/quotecheck.js", "/embed/v1/claims?ids=x")) {
            assertThat(foreign(path).header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        }
        for (var path : List.of("/v1/claims", "/claims/" + claim, "/", "/q/health/live", "/embedded", "/nowhere")) {
            assertThat(foreign(path).header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void embedsAreCachedAndApiAnswersAreNot() {
        var claim = published();
        assertThat(Api.nobody().get("/embed/v1/claims?ids=" + claim).header("Cache-Control"))
                .isEqualTo("public, max-age=60, s-maxage=180, stale-while-revalidate=60, stale-if-error=86400");
        var read = Api.nobody().get("/v1/claims/" + claim);
        assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(read.header("Vary")).isEqualTo("Authorization");
        assertThat(Api.nobody()
                        .contentType("application/json")
                        .body(Map.of("subject", "sam", "roles", List.of()))
                        .post("/dev/tokens")
                        .header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void callersRequestIdComesBack() {
        assertThat(Api.nobody()
                        .header("X-Request-Id", "Abc-1.2_3")
                        .get("/v1/claims")
                        .header("X-Request-Id"))
                .isEqualTo("Abc-1.2_3");
    }

    /** A gateway appends its own to the caller's, and has one where the caller has none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"mine,gate= | mine", "a b, Jk-1= | Jk-1=", ",,Jk-1= | Jk-1="})
    void ofSeveralRequestIdsTheFirstHarmlessOneComesBack(String sent, String kept) {
        assertThat(Api.nobody().header("X-Request-Id", sent).get("/v1/claims").header("X-Request-Id"))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "a\tb", "é", "65"})
    void harmfulRequestIdDoesNotComeBack(String id) {
        var sent = id.equals("65") ? "x".repeat(65) : id;
        assertThat(Api.nobody().header("X-Request-Id", sent).get("/v1/claims").header("X-Request-Id"))
                .isNotEqualTo(sent)
                .matches("[0-9a-f-]{36}");
    }

    private static Response foreign(String path) {
        return Api.nobody().header("Origin", "https://evil.example").get(path);
    }

    private static String published() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "true");
        return claim;
    }
}
