package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** Taking a verdict back takes two editors, and hides nothing. */
@QuarkusTest
class RetractionTest {

    private String claim;

    @BeforeEach
    void publishVerdict() {
        claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
    }

    @Test
    void secondEditorMakesTheRetractionWhole() {
        invalid(move(Api.editor(), Map.of("to", "retracted")), "/publicNote");
        retract(Api.editor(), "The audit was wrong.").then().statusCode(202).body("to", equalTo("retracted"));
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("status", equalTo("published"))
                .body("pendingRetraction", nullValue());
        Api.reviewer()
                .get("/v1/claims/" + claim)
                .then()
                .body("pendingRetraction.by.id", equalTo("ed"))
                .body("pendingRetraction.publicNote", equalTo("The audit was wrong."));
        var alone = refused(retract(Api.editor(), "Still."), 403);
        assertThat(alone.<String>path("type")).isEqualTo("/problems/self-approval");
        assertThat(alone.<String>path("detail")).endsWith("another editor must confirm it.");
        refused(retract(Api.reviewer(), "I too."), 403);
        move(eva(), Map.of("to", "retracted")).then().statusCode(201);
        Api.reviewer()
                .get("/v1/claims/" + claim)
                .then()
                .body("status", equalTo("retracted"))
                .body("pendingRetraction", nullValue());
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .statusCode(200)
                .body("verdict.kind", equalTo("retraction"))
                .body("verdict.number", equalTo(2))
                .body("verdict.rating", nullValue())
                .body("verdict.sources", hasSize(0))
                .body("verdict.publicNote", equalTo("The audit was wrong."));
        Api.nobody()
                .get("/v1/claims/" + claim + "/verdict-revisions/1")
                .then()
                .statusCode(200)
                .body("rating", equalTo("false"));
        Api.nobody().get("/claims/" + claim + ".jsonld").then().statusCode(410);
        Api.nobody()
                .get("/embed/v1/claims?ids=" + claim)
                .then()
                .body("claims[0].retracted", equalTo(true))
                .body("claims[0].rating", nullValue());
        assertThat(Api.nobody()
                        .get("/claims/" + claim)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("Fact check withdrawn", "The audit was wrong.")
                .doesNotContain("ClaimReview");
    }

    @Test
    void anyEditorCallsItOff() {
        retract(Api.editor(), "The audit was wrong.").then().statusCode(202);
        refused(move(Api.reviewer(), Map.of("to", "published")), 403);
        move(Api.editor(), Map.of("to", "published")).then().statusCode(201);
        Api.reviewer()
                .get("/v1/claims/" + claim)
                .then()
                .body("pendingRetraction", nullValue())
                .body("verdict.number", equalTo(1));
        assertThat(refused(move(Api.editor(), Map.of("to", "published")), 409)
                        .jsonPath()
                        .<String>getList("allowed"))
                .containsExactly("in_review", "retracted");
        retract(eva(), "It was.").then().statusCode(202);
    }

    @Test
    void anotherReviewSetsTheWishAside() {
        retract(Api.editor(), "The audit was wrong.").then().statusCode(202);
        move(eva(), Map.of("to", "in_review")).then().statusCode(201);
        Api.reviewer()
                .get("/v1/claims/" + claim)
                .then()
                .body("pendingRetraction", nullValue())
                .body("underReview", equalTo(true));
        refused(retract(eva(), "It was."), 409);
    }

    @Test
    void reviewerDoesNotSetItAside() {
        retract(Api.editor(), "The audit was wrong.").then().statusCode(202);
        Api.nobody()
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", "203.0.113." + (claim.hashCode() & 255))
                .body(Map.of("kind", "error", "text", "No."))
                .post("/v1/claims/" + claim + "/reports")
                .then()
                .statusCode(202);
        refused(move(Api.reviewer(), Map.of("to", "in_review")), 403);
        move(Api.editor(), Map.of("to", "published")).then().statusCode(201);
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
    }

    @Test
    void retractedClaimIsReviewedAgain() {
        retract(Api.editor(), "The audit was wrong.").then().statusCode(202);
        retract(eva(), "The audit was withdrawn.").then().statusCode(201);
        invalid(move(Api.editor(), Map.of("to", "in_review")), "/reason");
        refused(move(Api.reviewer(), Map.of("to", "in_review", "reason", "New audit.")), 403);
        move(Api.editor(), Map.of("to", "in_review", "reason", "New audit."))
                .then()
                .statusCode(201);
        refused(move(eva(), Map.of("to", "published", "reason", "It stands.")), 409);
        move(Api.editor(), Map.of("to", "proposed")).then().statusCode(201);
        move(eva(), Map.of("to", "published", "publicNote", "The new audit confirms it."))
                .then()
                .statusCode(201);
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("verdict.number", equalTo(3))
                .body("verdict.kind", equalTo("update"))
                .body("verdict.rating", equalTo("false"));
        Api.nobody().get("/claims/" + claim + ".jsonld").then().statusCode(200);
    }

    @Test
    void retractionMayStandAfterAnotherLook() {
        retract(Api.editor(), "The audit was wrong.").then().statusCode(202);
        retract(eva(), "The audit was withdrawn.").then().statusCode(201);
        move(Api.editor(), Map.of("to", "in_review", "reason", "New audit."))
                .then()
                .statusCode(201);
        refused(move(Api.editor(), Map.of("to", "retracted", "reason", "No news.")), 403);
        move(eva(), Map.of("to", "retracted", "reason", "No news.")).then().statusCode(201);
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("status", equalTo("retracted"))
                .body("verdict.number", equalTo(2));
    }

    private static RequestSpecification eva() {
        return Api.as("eva", "editor");
    }

    private Response retract(RequestSpecification actor, String note) {
        return move(actor, Map.of("to", "retracted", "publicNote", note));
    }

    private Response move(RequestSpecification actor, Map<String, ?> transition) {
        return Api.move(actor, claim, transition);
    }
}
