package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Several people at one claim: assignment, four eyes, comments, tags, what may be done next, unfinished drafts. */
@QuarkusTest
class WorkingTogetherTest {

    private static final Map<String, String> VERDICT = Map.of("rating", "false", "summary", "No.", "language", "en");

    private String claim;

    @BeforeEach
    void peopleAreKnown() {
        claim = Api.claim(Api.unique("The pier has ninety lamps"));
        for (var person : List.of(Api.reviewer(), Api.editor(), Api.as("eva", "editor"), Api.as("rob", "reviewer"))) {
            person.get("/v1/reviewers").then().statusCode(200);
        }
    }

    @Test
    void nobodyWhoWroteAnyOfTheDraftPublishesIt() {
        move(Api.editor(), Map.of("to", "in_review")).then().statusCode(201);
        Api.addSource(claim);
        draft(Api.editor(), VERDICT).then().statusCode(201);
        move(Api.editor(), Map.of("to", "in_review", "assignee", "rita")).then().statusCode(201);
        Api.reviewer().get("/v1/claims/" + claim).then().body("assignee.id", equalTo("rita"));
        move(Api.reviewer(), Map.of("to", "proposed")).then().statusCode(201);
        var refused = refused(move(Api.editor(), Map.of("to", "published")), 403);
        assertThat(refused.<String>path("type")).isEqualTo("/problems/self-approval");
        assertThat(blocked(Api.editor(), "published")).isEqualTo("own_proposal");
        assertThat(blocked(Api.as("eva", "editor"), "published")).isNull();
        move(Api.as("eva", "editor"), Map.of("to", "published")).then().statusCode(201);
        move(Api.as("eva", "editor"), Map.of("to", "in_review")).then().statusCode(201);
        move(Api.as("eva", "editor"), Map.of("to", "proposed")).then().statusCode(201);
        move(Api.editor(), Map.of("to", "published", "publicNote", "The same again."))
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyWhoWasEverAssignedLetsTheVerdictStand() {
        Api.publish(claim, "false");
        move(Api.editor(), Map.of("to", "in_review")).then().statusCode(201);
        move(Api.editor(), Map.of("to", "in_review", "assignee", "rob")).then().statusCode(201);
        refused(move(Api.editor(), Map.of("to", "published", "reason", "It stands.")), 403);
        assertThat(blocked(Api.editor(), "published")).isEqualTo("own_review");
        move(Api.as("eva", "editor"), Map.of("to", "published", "reason", "It stands."))
                .then()
                .statusCode(201);
    }

    @Test
    void editorsAssignAndAssigneesHandOver() {
        refused(move(Api.reviewer(), Map.of("to", "in_review", "assignee", "rob")), 403);
        invalid(move(Api.editor(), Map.of("to", "in_review", "assignee", "nobody-here")), "/assignee");
        invalid(move(Api.editor(), Map.of("to", "in_review", "assignee", "sam")), "/assignee");
        invalid(move(Api.editor(), Map.of("to", "in_review", "assignee", "")), "/assignee");
        move(Api.editor(), Map.of("to", "in_review", "assignee", "rob")).then().statusCode(201);
        refused(move(Api.reviewer(), Map.of("to", "in_review", "assignee", "rita")), 403);
        invalid(move(Api.as("rob", "reviewer"), Map.of("to", "in_review")), "/assignee");
        move(Api.as("rob", "reviewer"), Map.of("to", "in_review", "assignee", "rita"))
                .then()
                .statusCode(201);
        move(Api.editor(), Map.of("to", "in_review", "assignee", "eva")).then().statusCode(201);
        Api.reviewer().get("/v1/claims/" + claim).then().body("assignee.id", equalTo("eva"));
        Api.reviewer()
                .get("/v1/claims/" + claim + "/history")
                .then()
                .body("items[-1].before.assignee.id", equalTo("rita"))
                .body("items[-1].after.assignee.id", equalTo("eva"));
        invalid(move(Api.as("eva", "editor"), Map.of("to", "submitted", "assignee", "rob")), "/assignee");
    }

    @Test
    void moveRefusesWhatItDoesNotUse() {
        var all = new HashMap<String, Object>(
                Map.of("reason", "opinion", "duplicateOf", claim, "publicNote", "Note.", "kind", "update"));
        all.put("to", "in_review");
        assertThat(invalid(move(Api.reviewer(), all), "/reason").jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/reason", "/duplicateOf", "/publicNote", "/kind");
        Api.propose(claim, "false");
        invalid(move(Api.editor(), Map.of("to", "published", "publicNote", "First.")), "/publicNote");
        invalid(move(Api.editor(), Map.of("to", "published", "kind", "correction")), "/kind");
        move(Api.editor(), Map.of("to", "published")).then().statusCode(201);
    }

    @Test
    void firstHalfOfARetractionSaysSo() {
        Api.publish(claim, "false");
        move(Api.editor(), Map.of("to", "retracted", "publicNote", "The count was wrong."))
                .then()
                .statusCode(202)
                .body("pendingRetraction.by.id", equalTo("ed"))
                .body("pendingRetraction.publicNote", equalTo("The count was wrong."));
        assertThat(blocked(Api.editor(), "retracted")).isEqualTo("own_retraction");
    }

    @Test
    void movesNameEveryRowFromTheStatus() {
        var submitted = Api.reviewer().get("/v1/claims/" + claim).jsonPath();
        assertThat(submitted.<String>getList("moves.to"))
                .containsExactly("in_review", "duplicate", "not_checkable", "rejected");
        assertThat(submitted.<List<String>>getList("moves.needs"))
                .containsExactly(List.of(), List.of("duplicateOf"), List.of("reason"), List.of("reason"));
        Api.submitter().get("/v1/claims/" + claim).then().body("moves", nullValue());
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
        assertThat(blocked(Api.reviewer(), "proposed")).isEqualTo("no_draft");
        assertThat(blocked(Api.as("rob", "reviewer"), "proposed")).isEqualTo("not_assignee");
        assertThat(blocked(Api.editor(), "published")).isEqualTo("no_verdict");
        draft(Api.reviewer(), Map.of("summary", "Not yet.")).then().statusCode(201);
        assertThat(blocked(Api.reviewer(), "proposed")).isEqualTo("incomplete_draft");
        Api.addSource(claim);
        draft(Api.reviewer(), VERDICT).then().statusCode(200);
        assertThat(blocked(Api.reviewer(), "proposed")).isNull();
        move(Api.reviewer(), Map.of("to", "proposed")).then().statusCode(201);
        assertThat(blocked(Api.reviewer(), "published")).isEqualTo("role");
        move(Api.editor(), Map.of("to", "published")).then().statusCode(201);
        assertThat(blocked(Api.reviewer(), "in_review")).isEqualTo("no_report");
        assertThat(blocked(Api.reviewer(), "published")).isEqualTo("no_retraction");
    }

    @Test
    void unfinishedDraftIsKeptAndTheProposalNamesWhatIsMissing() {
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
        var etag = Api.etag(claim).split("\\.")[0];
        draft(Api.reviewer(), Map.of()).then().statusCode(201);
        assertThat(Api.etag(claim).split("\\.")[0])
                .as("a draft is no change of the claim")
                .isEqualTo(etag);
        var missing = invalid(move(Api.reviewer(), Map.of("to", "proposed")), "/to");
        assertThat(missing.jsonPath().<String>getList("errors.detail"))
                .hasSize(4)
                .anyMatch(detail -> detail.contains("rating"))
                .anyMatch(detail -> detail.contains("summary"))
                .anyMatch(detail -> detail.contains("language"))
                .anyMatch(detail -> detail.contains("source"));
        draft(Api.reviewer(), Map.of("rating", "false", "language", "en"))
                .then()
                .statusCode(200);
        draft(Api.reviewer(), VERDICT).then().statusCode(200);
        var history = Api.reviewer().get("/v1/claims/" + claim + "/history").jsonPath();
        assertThat(history.<String>getList("items.action")).containsExactly("submitted", "transition", "draft_written");
        assertThat(history.getString("items[2].after.summary")).isEqualTo("No.");
        assertThat(history.getString("items[2].before")).isNull();
        Api.addSource(claim);
        draft(Api.reviewer(), Map.of("rating", "true", "summary", "Yes.", "language", "en"));
        var later = Api.reviewer().get("/v1/claims/" + claim + "/history").jsonPath();
        assertThat(later.getString("items[-1].before.rating")).isEqualTo("false");
        assertThat(later.getString("items[-1].after.rating")).isEqualTo("true");
    }

    @Test
    void previewShowsWhatWouldBePublished() {
        refused(Api.reviewer().get(preview()), 404);
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
        draft(Api.reviewer(), Map.of("summary", "So far.")).then().statusCode(201);
        Api.reviewer().get(preview()).then().statusCode(200).body("embed.rating", nullValue());
        assertThat(Api.reviewer().get(preview()).asString()).doesNotContain(":null");
        Api.addSource(claim);
        draft(Api.reviewer(), Map.of("summary", "So far.", "explanation", "*As* <b>said</b> [1], [2]"))
                .then()
                .statusCode(200);
        Api.reviewer()
                .get(preview())
                .then()
                .body(
                        "explanationHtml",
                        equalTo("<p dir=\"auto\"><em>As</em> &lt;b&gt;said&lt;/b&gt; "
                                + "<a href=\"#source-1\" class=\"cite\">[1]</a>, [2]</p>\n"));
        draft(Api.reviewer(), VERDICT).then().statusCode(200);
        Api.reviewer()
                .get(preview())
                .then()
                .statusCode(200)
                .body("embed.rating", equalTo("false"))
                .body("embed.ratingLabel", equalTo("False"))
                .body("embed.revision", equalTo(1))
                .body("claimReview.reviewRating.alternateName", equalTo("False"))
                .body("claimReview.citation", hasSize(1));
        refused(Api.submitter().get(preview()), 403);
        refused(Api.nobody().get("/v1/claims/" + claim), 404);
    }

    @Test
    void commentsAreForReviewersNewestLast() {
        var path = "/v1/claims/" + claim + "/comments";
        var etag = Api.etag(claim);
        comment("Which <lamps>?").then().statusCode(201).body("actor.id", equalTo("rita"));
        comment("All of them.").then().statusCode(201);
        Api.editor().get(path).then().body("items.text", contains("Which <lamps>?", "All of them."));
        Api.reviewer().get("/v1/claims/" + claim).then().body("comments", equalTo(2));
        assertThat(Api.etag(claim)).isNotEqualTo(etag);
        assertThat(Api.etag(claim).split("\\.")[0]).isEqualTo(etag.split("\\.")[0]);
        var page = Api.editor().get(path + "?limit=1");
        Api.editor()
                .get(path + "?limit=1&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.text", contains("All of them."));
        for (var wrong : List.of("", " ", "x".repeat(100_000))) {
            invalid(comment(wrong), "/text");
        }
        refused(Api.submitter().get(path), 403);
        refused(Api.nobody().get(path), 401);
        assertThat(Api.submitter().get("/v1/claims/" + claim).asString()).doesNotContain("lamps>");
    }

    @Test
    void tagsAreFoundAndChangeNoRevision() {
        Api.publish(claim, "false");
        var tag = "t" + claim.replace("-", "");
        var digest = Api.nobody().get("/v1/claims/" + claim).<String>path("verdict.digest");
        tag(Api.reviewer(), List.of(tag, "бюджет-2025", tag))
                .then()
                .statusCode(200)
                .body("tags", hasSize(2));
        Api.nobody()
                .get("/v1/claims?tag=" + tag)
                .then()
                .body("items.id", contains(claim))
                .body("items[0].tags", hasItem("бюджет-2025"));
        assertThat(Api.nobody().get("/v1/claims/" + claim).<String>path("verdict.digest"))
                .isEqualTo(digest);
        refused(tag(Api.submitter(), List.of("x")), 403);
        tag(Api.reviewer(), List.of()).then().statusCode(200).body("tags", nullValue());
        Api.nobody().get("/v1/claims?tag=" + tag).then().body("items.id", not(hasItem(claim)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "two words", "<b>", "a,b", "12345678901234567890123456789012345678901"})
    void wrongTagIsRefused(String wrong) {
        invalid(tag(Api.reviewer(), List.of("right", wrong)), "/tags/1");
    }

    @Test
    void sourceWithoutAnAddressIsCitedAndShown() {
        move(Api.reviewer(), Map.of("to", "in_review")).then().statusCode(201);
        var path = "/v1/claims/" + claim + "/sources";
        invalid(
                json(Api.reviewer())
                        .body(Map.of("title", "T", "role", "context"))
                        .post(path),
                "/url");
        invalid(
                json(Api.reviewer())
                        .body(Map.of("title", "T", "role", "context", "reference", " "))
                        .post(path),
                "/reference");
        json(Api.reviewer())
                .body(Map.of("title", "Lamp ledger", "role", "refutes", "reference", "Harbour archive, box <12>"))
                .post(path)
                .then()
                .statusCode(201)
                .body("url", nullValue());
        draft(Api.reviewer(), VERDICT).then().statusCode(201);
        move(Api.reviewer(), Map.of("to", "proposed")).then().statusCode(201);
        move(Api.editor(), Map.of("to", "published")).then().statusCode(201);
        assertThat(Api.nobody().get("/claims/" + claim).asString())
                .contains("Lamp ledger", "box &lt;12&gt;")
                .doesNotContain("href=\"\"");
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("verdict.sources[0].reference", equalTo("Harbour archive, box <12>"))
                .body("sourcesTotal", equalTo(1));
        Api.nobody().get("/claims/" + claim + ".jsonld").then().body("citation[0].url", nullValue());
    }

    private String preview() {
        return "/v1/claims/" + claim + "/verdict-draft/preview";
    }

    private String blocked(RequestSpecification actor, String to) {
        return actor.get("/v1/claims/" + claim).path("moves.find { it.to == '" + to + "' }.blockedBy");
    }

    private Response comment(String text) {
        return json(Api.reviewer()).body(Map.of("text", text)).post("/v1/claims/" + claim + "/comments");
    }

    private Response tag(RequestSpecification actor, List<String> tags) {
        return json(actor)
                .header("If-Match", Api.etag(claim))
                .body(Map.of("tags", tags))
                .patch("/v1/claims/" + claim);
    }

    private Response draft(RequestSpecification actor, Map<String, ?> draft) {
        var known = Api.reviewer().get("/v1/claims/" + claim + "/verdict-draft");
        var request = json(actor);
        return (known.statusCode() == 200 ? request.header("If-Match", known.header("ETag")) : request)
                .body(draft)
                .put("/v1/claims/" + claim + "/verdict-draft");
    }

    private Response move(RequestSpecification actor, Map<String, ?> transition) {
        return Api.move(actor, claim, transition);
    }

    private static RequestSpecification json(RequestSpecification actor) {
        return actor.contentType(ContentType.JSON);
    }
}
