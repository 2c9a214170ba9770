package org.quotecheck.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** POST /v1/claims/match: who finds what, what is told of it, and what is refused. */
@QuarkusTest
class MatchTest {

    /** A place that no other test has named. */
    private final String place = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "ville";

    @Test
    void sameWordsAreTheSameClaim() {
        var claim = submit("The mayor of " + place + " sold 12 parks.", "Ann Lee");
        match(Api.reviewer(), "“The mayor of " + place + " sold 12 parks!”", "ANN LEE")
                .then()
                .statusCode(200)
                .body("items[0].claim.id", equalTo(claim))
                .body("items[0].score", equalTo(1f))
                .body("items[0].why", equalTo(List.of("the same words", "numbers agree: 12", "the same claimant")));
    }

    @Test
    void reasonsAreGivenInWords() {
        submit("The mayor of " + place + " sold 12 parks in 2024.", "Ann Lee");
        match(Api.reviewer(), "The mayor of " + place + " never sold 21 parks in 2023.", "Bo Lind")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].score", lessThan(0.5f))
                .body("items[0].why", hasItem("only one of them denies something"))
                .body("items[0].why", hasItem("another number: 12 instead of 21"))
                .body("items[0].why", hasItem("another claimant: Ann Lee"))
                .body("items[0].reasons.code", hasItem("one_denies"))
                .body("items[0].reasons", hasItem(Map.of("code", "other_number", "here", "21", "there", "12")))
                .body(
                        "items[0].reasons",
                        hasItem(Map.of("code", "other_claimant", "here", "Bo Lind", "there", "Ann Lee")));
    }

    @Test
    void claimWithoutAVerdictIsMatchedForThoseWhoSeeIt() {
        var words = "The mayor of " + place + " sold all parks.";
        var claim = submit(words, null);
        assertThat(ids(match(Api.nobody(), words, null))).doesNotContain(claim);
        assertThat(ids(match(Api.as("sue", "submitter"), words, null))).doesNotContain(claim);
        assertThat(ids(match(Api.submitter(), words, null))).startsWith(claim);
        assertThat(ids(match(Api.reviewer(), words, null))).startsWith(claim);
        Api.publish(claim, "false");
        var found = match(Api.nobody(), words, null);
        assertThat(ids(found)).startsWith(claim);
        assertThat(found.asString()).doesNotContain("submittedBy", "assignee");
        assertThat(found.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(ids(match(Api.as("sue", "submitter"), words, null))).startsWith(claim);
    }

    @Test
    void rejectedClaimIsMatchedForReviewers() {
        var words = "Buy your parks in " + place;
        var claim = submit(words, null);
        Api.move(Api.reviewer(), claim, Map.of("to", "rejected", "reason", "spam"))
                .then()
                .statusCode(201);
        assertThat(ids(match(Api.submitter(), words, null))).doesNotContain(claim);
        assertThat(ids(match(Api.reviewer(), words, null))).startsWith(claim);
    }

    @Test
    void limitIsKept() {
        for (var word : List.of("sold", "bought", "painted")) {
            submit("The mayor of " + place + " " + word + " the parks.", null);
        }
        assertThat(ids(match(Api.reviewer(), "The mayor of " + place + " sold the parks.", null)))
                .hasSizeGreaterThanOrEqualTo(3);
        send(Api.reviewer(), Map.of("text", "The mayor of " + place + " sold the parks.", "limit", 2))
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void limitOutsideItsRangeIsRefused(int limit) {
        invalid(send(Api.nobody(), Map.of("text", "Words", "limit", limit)), "/limit");
    }

    @Test
    void bodyThatIsNoneIsRefused() {
        invalid(send(Api.nobody(), Map.of("text", "Words", "limit", "ten")), "/limit");
        invalid(send(Api.nobody(), Map.of("text", "…!")), "/text");
        invalid(send(Api.nobody(), Map.of("text", "%_\\")), "/text");
        invalid(send(Api.nobody(), Map.of("text", "a\u0000b")), "/text");
        invalid(send(Api.nobody(), Map.of("text", "w".repeat(5_001))), "/text");
        invalid(send(Api.nobody(), Map.of("text", "Words", "claimant", "Ann Lee")), "/claimant");
        invalid(send(Api.nobody(), Map.of("text", "Words", "language", "en")), "/language");
        invalid(send(Api.nobody(), Map.of()), "/text");
        refused(send(Api.nobody().header("Authorization", "Bearer x.y.z"), Map.of("text", "Words")), 401);
        refused(Api.nobody().get("/v1/claims/match"), 405);
    }

    @Test
    void nothingIsKeptForAnIdempotencyKey() {
        var key = UUID.randomUUID().toString();
        for (var words : List.of("One", "Another")) {
            var answer = send(Api.nobody().header("Idempotency-Key", key), Map.of("text", words + ' ' + place));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Idempotency-Replayed")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a & b | !c <-> d:* (",
                "'); drop table claim; --",
                "or or or",
                "not",
                "\u202etxet idib",
                "1,000,000.5 %",
                "漢字の主張",
                "🙂a",
                "%_\\a",
                "x ",
                "no ",
                "12 ",
                "\"half a million\" ",
                "ﷺ",
                "İ",
                "e\u0301"
            })
    void anyWordsAreTaken(String words) {
        submit(place + ' ' + words.repeat((5_000 - place.length()) / words.length() - 1), null);
        var name = words.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)
                ? null
                : words; // no name has those
        assertThat(match(Api.nobody(), words, name).statusCode()).isEqualTo(200);
        var longest = words.repeat(5_000 / words.length());
        assertThat(match(Api.reviewer(), longest, null).statusCode()).isEqualTo(200);
    }

    private static String submit(String text, String claimant) {
        return Api.submitter()
                .contentType(ContentType.JSON)
                .body(body(text, claimant))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response match(RequestSpecification who, String text, String claimant) {
        return send(who, body(text, claimant));
    }

    private static Response send(RequestSpecification who, Map<String, ?> body) {
        return who.contentType(ContentType.JSON).body(body).post("/v1/claims/match");
    }

    private static List<String> ids(Response matches) {
        return matches.then().statusCode(200).extract().path("items.claim.id");
    }

    private static Map<String, Object> body(String text, String claimant) {
        var body = new HashMap<String, Object>(Map.of("text", text));
        if (claimant != null) {
            body.put("claimant", Map.of("name", claimant));
        }
        return body;
    }
}
