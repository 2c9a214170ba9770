package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Who may keep an answer follows from the operation that gave it, however its path is spelt. */
@QuarkusTest
class PathSpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1;a/review-queue",
                "/v1;a=b;c/review-queue",
                "/v1/review-queue;jsessionid=1",
                "/;/v1/review-queue",
                "/v1%3ba/review-queue",
                "/v1%3Ba/review-queue",
                "/v1%2Freview-queue",
                "/v1%2freview-queue",
                "/v1%5Creview-queue",
                "/v1/./review-queue",
                "/embed/../v1/review-queue",
                "/embed/v1/%2e%2e/%2e%2e/v1/review-queue",
                "/v1/.%2E/v1/review-queue",
                "/assets/../v1/review-queue",
                "/claims/..;/v1/review-queue",
                "/v1/reports;public",
                "/v1;x/articles/00000000-0000-7000-8000-000000000000/text"
            })
    void anotherSpellingNamesNothing(String path) {
        for (var method : List.of("GET", "HEAD", "POST", "OPTIONS")) {
            var answer = raw(Api.editor()).request(method, path);
            assertThat(answer.statusCode()).as(method + path).isEqualTo(404);
            isPrivate(answer);
        }
        refused(raw(Api.nobody()).get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/review-queue", "/v1/review-queue/", "/%761/review%2Dqueue", "/v1/reports?limit=1"})
    void theSameOperationHasTheSameHeaders(String path) {
        var answer = raw(Api.editor()).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("Vary")).contains("Authorization");
    }

    @Test
    void whatIsForEverybodyNeverLooksAtTheToken() {
        var claim = Api.claim(Api.unique("The pool opened twice"));
        Api.publish(claim, "true");
        for (var path : List.of(
                "/embed/v1/claims?ids=" + claim,
                "/embed/v1/articles?url=https://news.example/pool",
                "/embed/v1/quotecheck.js",
                "/claims/" + claim,
                "/claims/" + claim + ".jsonld",
                "/v1/claims/" + claim + "/verdict-revisions/1",
                "/problems/gone",
                "/assets/quotecheck.css",
                "/")) {
            var expected = Api.nobody().header("X-Request-Id", "r").get(path);
            assertThat(expected.header("Cache-Control")).as(path).startsWith("public");
            assertThat(expected.statusCode()).as(path).isEqualTo(200);
            for (var token : List.of("Bearer x", "Bearer " + Api.token("una", "editor"), "Bearer", "Basic eDp5")) {
                var given = Api.nobody()
                        .header("X-Request-Id", "r")
                        .header("Authorization", token)
                        .get(path);
                assertThat(given.asString()).isEqualTo(expected.asString());
                assertThat(headers(given)).isEqualTo(headers(expected));
            }
        }
    }

    @Test
    void errorsOfWhatIsForEverybodyNeverLookAtTheTokenEither() {
        var nowhere = UUID.randomUUID();
        for (var path : List.of(
                "/embed/v1/claims?ids=x", "/claims/" + nowhere, "/v1/claims/" + nowhere + "/verdict-revisions/1")) {
            var expected = Api.nobody().get(path);
            var given = Api.nobody().header("Authorization", "Bearer x").get(path);
            assertThat(given.statusCode()).as(path).isEqualTo(expected.statusCode());
            assertThat(given.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void whatMayDependOnTheCallerIsTheirs() {
        var claim = Api.claim(Api.unique("The pool closed twice"));
        for (var path : List.of("/v1/claims", "/v1/claims/" + claim, "/v1/me", "/v1/claims/" + claim + "/history")) {
            var answer = Api.editor().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            isPrivate(answer);
            assertThat(answer.header("Vary")).as(path).contains("Authorization");
            refused(Api.nobody().header("Authorization", "Bearer x").get(path), 401);
        }
    }

    /** In one order and with lower-case names, neither of which means anything: RFC 9110, sections 5.1 and 5.3. */
    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .map(header -> header.getName().toLowerCase(Locale.ROOT) + ": " + header.getValue())
                .sorted()
                .toList();
    }

    private static void isPrivate(Response answer) {
        assertThat(answer.header("Cache-Control")).isIn("no-store", "private, no-cache");
    }

    private static RequestSpecification raw(RequestSpecification request) {
        return request.urlEncodingEnabled(false);
    }
}
