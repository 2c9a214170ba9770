package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;

/** Changes of a claim's words by JSON Merge Patch. */
@QuarkusTest
class RewordingTest {

    private String text;
    private String claim;

    @BeforeEach
    void submitClaim() {
        text = Api.unique("We won");
        claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        text,
                        "claimDate",
                        "2024-02-29",
                        "claimant",
                        Map.of("name", "Ann Lee", "jobTitle", "Mayor")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void absentStaysAndNullTakesAway() {
        patch(Api.reviewer(), "{\"claimant\": {\"jobTitle\": null}, \"claimDate\": null, \"language\": \"de\"}")
                .then()
                .statusCode(200)
                .body("text", equalTo(text))
                .body("claimant.name", equalTo("Ann Lee"))
                .body("claimant.jobTitle", nullValue())
                .body("claimDate", nullValue())
                .body("language", equalTo("de"));
        patch(Api.reviewer(), "{\"claimant\": null}").then().statusCode(200).body("claimant", nullValue());
    }

    @Test
    void mergePatchHasItsOwnMediaType() {
        var config = RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false));
        Api.reviewer()
                .config(config)
                .contentType("application/merge-patch+json")
                .header("If-Match", Api.etag(claim))
                .body("{\"claimDate\": null}")
                .patch("/v1/claims/" + claim)
                .then()
                .statusCode(200);
        refused(
                Api.reviewer()
                        .config(config)
                        .contentType("application/merge-patch+json")
                        .body("{}")
                        .post("/v1/claims"),
                415);
    }

    @Test
    void changingNothingIsNotAChange() {
        var etag = Api.etag(claim);
        patch(Api.reviewer(), "{}").then().statusCode(200);
        patch(Api.reviewer(), "{\"claimDate\": \"2024-02-29\"}").then().statusCode(200);
        assertThat(Api.etag(claim)).isEqualTo(etag);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"text\": null} | /text",
                "{\"language\": null} | /language",
                "{\"text\": \"...\"} | /text",
                "{\"text\": 7} | /text",
                "{\"status\": \"published\"} | /status",
                "{\"id\": \"x\"} | /id",
                "{\"claimant\": {\"name\": null}} | /claimant/name",
                "{\"claimant\": 7} | /claimant",
                "{\"claimDate\": \"0999-12-31\"} | /claimDate",
                "{\"claimDate\": \"9999-01-01\"} | /claimDate",
                "{\"claimDate\": \"0000-01-01\"} | /claimDate",
                "[] | ~~",
                "null | ~~",
                "{\"claimant\": {\"name\": \"Ann\\u202eLee\"}} | /claimant/name",
                "{\"claimant\": {\"name\": \"Ann\\u200bLee\"}} | /claimant/name",
                "{\"claimant\": {\"name\": \"Ann\\u200dLee\"}} | /claimant/name",
                "{\"claimant\": {\"jobTitle\": \"\\u2066Mayor\"}} | /claimant/jobTitle"
            })
    void wrongMemberIsNamedAndNothingChanges(String patch, String pointer) {
        var etag = Api.etag(claim);
        invalid(patch(Api.reviewer(), patch), pointer);
        assertThat(Api.etag(claim)).isEqualTo(etag);
    }

    @Test
    void joinersStayWhereAScriptNeedsThem() {
        patch(Api.reviewer(), "{\"claimant\": {\"name\": \"علی\u200cرضا\"}}")
                .then()
                .statusCode(200)
                .body("claimant.name", equalTo("علی\u200cرضا"));
    }

    @Test
    void itMayNotBecomeAnotherClaim() {
        var other = Api.claim(Api.unique("They won"));
        var refusal = refused(
                patch(Api.reviewer(), other, "{\"text\": \"" + text + "!\", \"claimant\": {\"name\": \"ANN  LEE\"}}"),
                409);
        assertThat(refusal.<String>path("type")).isEqualTo("/problems/claim-exists");
        assertThat(refusal.<String>path("claim")).isEqualTo(claim);
    }

    @Test
    void submitterDoesItWhileItIsSubmitted() {
        patch(Api.submitter(), "{\"claimDate\": null}").then().statusCode(200);
        refused(patch(Api.as("sue", "submitter"), "{\"claimDate\": \"2024-01-01\"}"), 404);
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        refused(patch(Api.submitter(), "{\"claimDate\": \"2024-01-01\"}"), 409);
        patch(Api.reviewer(), "{\"claimDate\": \"2024-01-01\"}").then().statusCode(200);
    }

    @Test
    void publishedWordsStay() {
        Api.publish(claim, "false");
        refused(patch(Api.editor(), "{\"claimDate\": null}"), 409);
        refused(patch(Api.as("sue", "submitter"), "{\"claimDate\": null}"), 409);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        refused(patch(Api.as("sue", "submitter"), "{\"claimDate\": null}"), 403);
        patch(Api.editor(), "{\"claimant\": {\"jobTitle\": \"Former mayor\"}}")
                .then()
                .statusCode(200);
        Api.nobody().get("/v1/claims/" + claim).then().body("claimant.jobTitle", equalTo("Mayor"));
    }

    @Test
    void verdictStandsOnlyInItsOwnWords() {
        Api.publish(claim, "false");
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        patch(Api.editor(), "{\"claimant\": {\"jobTitle\": \"Former mayor\"}}")
                .then()
                .statusCode(200);
        invalid(Api.move(Api.as("eva", "editor"), claim, Map.of("to", "published", "reason", "It stands.")), "/to");
        patch(Api.editor(), "{\"claimant\": {\"jobTitle\": \"Mayor\"}}").then().statusCode(200);
        Api.move(Api.as("eva", "editor"), claim, Map.of("to", "published", "reason", "It stands."))
                .then()
                .statusCode(201);
    }

    @Test
    void reviewersAtOnceLoseNothing() throws Exception {
        var etag = Api.etag(claim);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var patches = IntStream.range(0, 6)
                    .<Callable<Response>>mapToObj(i -> () -> Api.as("r" + i, "reviewer")
                            .contentType(ContentType.JSON)
                            .header("If-Match", etag)
                            .body("{\"claimant\": {\"jobTitle\": \"Title " + i + "\"}}")
                            .patch("/v1/claims/" + claim))
                    .toList();
            var answers = threads.invokeAll(patches).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
            var winner = answers.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .findFirst()
                    .orElseThrow();
            answers.stream()
                    .filter(answer -> answer.statusCode() == 412)
                    .forEach(answer -> assertThat(answer.header("ETag")).isEqualTo(Api.etag(claim)));
            Api.reviewer()
                    .get("/v1/claims/" + claim)
                    .then()
                    .body("claimant.jobTitle", equalTo(winner.path("claimant.jobTitle")));
        }
    }

    private Response patch(RequestSpecification actor, String patch) {
        return patch(actor, claim, patch);
    }

    private static Response patch(RequestSpecification actor, String claim, String patch) {
        return actor.contentType(ContentType.JSON)
                .header("If-Match", Api.etag(claim))
                .body(patch)
                .patch("/v1/claims/" + claim);
    }
}
