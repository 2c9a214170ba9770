package org.quotecheck.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.task.RemoveContent;

/** Claims that are read without the framework are what the framework reads; what is not plain is the framework's. */
@QuarkusTest
class DirectClaimsTest extends DirectDoor {

    private static final Map<String, String> FROM_A_PAGE =
            Map.of("x-request-id", "same", "origin", "https://news.example", "accept", "application/json");

    @Test
    void claimsAreTheSame() {
        var claim = Api.claim(Api.unique("We won — “twice” 🙂"), Api.uniqueUrl());
        Api.confirm(claim);
        Api.publish(claim, "mostly_false");
        assertSame(path(claim), "", REQUEST_ID);
        assertSame(path(claim), "", FROM_A_PAGE);
        assertSame("HEAD", path(claim), "", REQUEST_ID);
        assertSame(path(claim.toUpperCase(Locale.ROOT)), "", REQUEST_ID);
        RemoveContent.correct(claim, "Corrected.");
        assertSame(path(claim), "", REQUEST_ID);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        assertSame(path(claim), "", REQUEST_ID);
    }

    @Test
    void knownClaimsAreNotSentAgain() {
        var path = path(published());
        var etag = ask(path, "", REQUEST_ID).headers().firstValue("ETag").orElseThrow();
        for (var known : List.of(etag, "*", "W/" + etag, "\"other\", " + etag, "\"other\"")) {
            assertSame(path, "", Map.of("x-request-id", "same", "if-none-match", known));
        }
        assertThat(answer(path, "", Map.of("if-none-match", etag)).status()).isEqualTo(304);
    }

    @Test
    void namesAreShownWhereTheyAre() {
        var claim = Api.claim(Api.unique("We won"));
        Api.propose(claim, "false");
        String token = given().contentType("application/json")
                .body(Map.of("subject", "direct-olga", "roles", List.of("editor"), "name", "Olga Weiss"))
                .post("/dev/tokens")
                .path("token");
        Api.move(given().header("Authorization", "Bearer " + token), claim, Map.of("to", "published"))
                .then()
                .statusCode(201);
        var path = path(claim);
        assertThat(answer(path, "", REQUEST_ID).body()).doesNotContain("Olga");
        try (var named = new DirectEmbeds(settings("QUOTECHECK_REVIEW_NAMES_SHOWN", "true"), logged::add, PATIENCE)) {
            var answer =
                    named.answer(new DirectRequest("GET", path, "", REQUEST_ID)).orElseThrow();
            assertThat(answer.body()).contains("\"approvedBy\":{\"name\":\"Olga Weiss\"}");
            assertThat(answer.headers().get("ETag"))
                    .isNotEqualTo(answer(path, "", REQUEST_ID).headers().get("ETag"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/json;q=",
                "application/xml",
                "*/*;q=0",
                "application/problem+json",
                "application/json, text/html"
            })
    void otherFormsAreTheFrameworks(String accept) {
        assertThat(asked("GET", path(published()), "", Map.of("accept", accept)))
                .isFalse();
    }

    @Test
    void whatIsNotPlainIsTheFrameworks() {
        var claim = published();
        assertThat(asked("GET", path(claim), "redirect=false", Map.of())).isFalse();
        assertThat(asked("GET", path(claim), "", Map.of("authorization", "Bearer x")))
                .isFalse();
        assertThat(asked("GET", path(claim), "", Map.of("if-none-match", "\""))).isFalse();
        assertThat(asked("PATCH", path(claim), "", Map.of())).isFalse();
        assertThat(asked("GET", path(claim) + "/", "", Map.of())).isFalse();
        assertThat(asked("GET", path(claim) + "/sources", "", Map.of())).isFalse();
        assertThat(asked("GET", path(UUID.randomUUID().toString()), "", Map.of()))
                .isFalse();
        assertThat(asked("GET", path("1-1-1-1-1"), "", Map.of())).isFalse();
        assertThat(asked("GET", path(Api.claim(Api.unique("We lost"))), "", Map.of()))
                .isFalse();
    }

    private boolean asked(String method, String path, String query, Map<String, String> headers) {
        return direct.answer(new DirectRequest(method, path, query, headers)).isPresent();
    }

    private static String path(String claim) {
        return DirectClaims.PREFIX + claim;
    }

    private static String published() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        return claim;
    }
}
