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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Moves of a claim over HTTP: who may, what they need, and what the refusal says. */
@QuarkusTest
class ReviewTest {

    private String claim;

    @BeforeEach
    void submitClaim() {
        claim = Api.claim(Api.unique("We won"));
    }

    @Test
    void proposerCannotPublishOwnVerdict() {
        proposedBy(Api::editor);
        var refusal = refused(move(Api.editor(), Map.of("to", "published")), 403);
        assertThat(refusal.<String>path("type")).isEqualTo("/problems/self-approval");
        Api.editor()
                .get("/v1/claims/" + claim)
                .then()
                .body("status", equalTo("proposed"))
                .body("verdict", nullValue());
        move(Api.as("eva", "editor"), Map.of("to", "published")).then().statusCode(201);
    }

    @Test
    void proposalStaysTheProposersWhenItIsTakenBackAndProposedAgain() {
        proposedBy(Api::reviewer);
        move(Api.editor(), Map.of("to", "in_review", "comment", "Look again."))
                .then()
                .statusCode(201);
        move(Api.reviewer(), Map.of("to", "proposed")).then().statusCode(201);
        refused(move(Api.as("rita", "editor"), Map.of("to", "published")), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_review", "rejected", "published"})
    void submitterAndPublisherMoveNothing(String to) {
        refused(move(Api.submitter(), Map.of("to", to)), 403);
        refused(move(Api.as("pia", "publisher"), Map.of("to", to)), 403);
        refused(move(Api.nobody(), Map.of("to", to)), 401);
    }

    @Test
    void reviewerCannotDoWhatAnEditorDoes() {
        proposedBy(Api::reviewer);
        refused(move(Api.as("otto", "reviewer"), Map.of("to", "published")), 403);
        refused(move(Api.as("otto", "reviewer"), Map.of("to", "in_review", "comment", "No.")), 403);
    }

    @Test
    void onlyTheAssigneeProposes() {
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
        var refusal = refused(move(Api.editor(), Map.of("to", "proposed")), 403);
        assertThat(refusal.<String>path("type")).isEqualTo("/problems/not-assignee");
        refused(move(Api.as("otto", "reviewer"), Map.of("to", "submitted")), 403);
        move(Api.editor(), Map.of("to", "submitted")).then().statusCode(201);
        Api.reviewer().get("/v1/claims/" + claim).then().body("assignee", nullValue());
    }

    @Test
    void illegalMoveNamesTheLegalOnes() {
        assertThat(allowed(Api.reviewer(), "published"))
                .containsExactlyInAnyOrder("in_review", "duplicate", "not_checkable", "rejected");
        assertThat(allowed(Api.reviewer(), "submitted"))
                .containsExactlyInAnyOrder("in_review", "duplicate", "not_checkable", "rejected");
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
        assertThat(allowed(Api.reviewer(), "published"))
                .containsExactlyInAnyOrder("in_review", "submitted", "proposed", "duplicate", "not_checkable");
        assertThat(allowed(Api.as("otto", "reviewer"), "published")).containsExactly("duplicate", "not_checkable");
        assertThat(allowed(Api.editor(), "published"))
                .containsExactlyInAnyOrder("in_review", "submitted", "duplicate", "not_checkable");
    }

    @Test
    void proposalNeedsADraftAndASource() {
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
        invalid(move(Api.reviewer(), Map.of("to", "proposed")), "/to");
        write(Api.reviewer()).then().statusCode(201);
        invalid(move(Api.reviewer(), Map.of("to", "proposed")), "/to");
        Api.addSource(claim);
        move(Api.reviewer(), Map.of("to", "proposed")).then().statusCode(201);
    }

    @ParameterizedTest(name = "{0} because {1}")
    @CsvSource({
        "not_checkable, opinion, 201",
        "not_checkable, too_vague, 201",
        "not_checkable, spam, 422",
        "not_checkable, , 422",
        "rejected, spam, 201",
        "rejected, personal_data, 201",
        "rejected, opinion, 422",
        "rejected, SPAM, 422",
        "rejected, , 422"
    })
    void refusingAClaimNeedsOneOfItsReasons(String to, String reason, int status) {
        var answer = move(Api.reviewer(), reason == null ? Map.of("to", to) : Map.of("to", to, "reason", reason));
        if (status == 422) {
            invalid(answer, "/reason");
        } else {
            answer.then()
                    .statusCode(status)
                    .body("from", equalTo("submitted"))
                    .body("to", equalTo(to))
                    .body("actor.id", equalTo("rita"));
            invalid(move(Api.editor(), Map.of("to", "submitted")), "/reason");
            move(Api.editor(), Map.of("to", "submitted", "reason", "New evidence."))
                    .then()
                    .statusCode(201);
            Api.reviewer()
                    .get("/v1/claims/" + claim)
                    .then()
                    .body("status", equalTo("submitted"))
                    .body("statusReason", nullValue());
        }
    }

    @Test
    void editorSendsBackWithAComment() {
        proposedBy(Api::reviewer);
        invalid(move(Api.editor(), Map.of("to", "in_review")), "/comment");
        invalid(move(Api.editor(), Map.of("to", "in_review", "comment", " ")), "/comment");
        move(Api.editor(), Map.of("to", "in_review", "comment", "Look again."))
                .then()
                .statusCode(201)
                .body("comment", equalTo("Look again."));
    }

    @Test
    void assigneeTakesBackWithoutAComment() {
        proposedBy(Api::reviewer);
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
    }

    @Test
    void proposedClaimIsLocked() {
        proposedBy(Api::reviewer);
        refused(
                Api.reviewer()
                        .contentType(ContentType.JSON)
                        .body(Map.of("url", "https://s.example/", "title", "T", "role", "context"))
                        .post("/v1/claims/" + claim + "/sources"),
                409);
        refused(write(Api.reviewer().header("If-Match", "*")), 409);
        Api.reviewer().get("/v1/claims/" + claim + "/sources").then().body("items", hasSize(1));
    }

    @Test
    void draftIsOnlyForTheAssignee() {
        refused(write(Api.reviewer()), 409);
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
        refused(write(Api.editor()), 403);
        refused(write(Api.submitter()), 403);
        refused(Api.submitter().get("/v1/claims/" + claim + "/verdict-draft"), 403);
        refused(Api.reviewer().get("/v1/claims/" + claim + "/verdict-draft"), 404);
    }

    @Test
    void claimUnderReviewKeepsShowingItsVerdict() {
        Api.publish(claim, "false");
        move(Api.editor(), Map.of("to", "in_review")).then().statusCode(201);
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .statusCode(200)
                .body("underReview", equalTo(true))
                .body("verdict.rating", equalTo("false"))
                .body("assignee", nullValue());
        Api.editor().get("/v1/claims/" + claim).then().body("assignee.id", equalTo("ed"));
        refused(move(Api.editor(), Map.of("to", "published", "reason", "It stands.")), 403);
        invalid(move(Api.as("eva", "editor"), Map.of("to", "published")), "/reason");
        move(Api.as("eva", "editor"), Map.of("to", "published", "reason", "It stands."))
                .then()
                .statusCode(201);
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("underReview", nullValue())
                .body("verdict.number", equalTo(1));
    }

    private List<String> allowed(RequestSpecification actor, String to) {
        return refused(move(actor, Map.of("to", to)), 409).jsonPath().getList("allowed");
    }

    private void proposedBy(Supplier<RequestSpecification> actor) {
        move(actor.get(), Map.of("to", "in_review")).then().statusCode(201);
        Api.addSource(claim);
        write(actor.get()).then().statusCode(201);
        move(actor.get(), Map.of("to", "proposed")).then().statusCode(201);
    }

    private Response write(RequestSpecification actor) {
        return actor.contentType(ContentType.JSON)
                .body(Map.of("rating", "false", "summary", "No.", "language", "en"))
                .put("/v1/claims/" + claim + "/verdict-draft");
    }

    private Response move(RequestSpecification actor, Map<String, ?> transition) {
        return Api.move(actor, claim, transition);
    }
}
