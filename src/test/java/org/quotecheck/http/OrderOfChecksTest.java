package org.quotecheck.http;

import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.body.Bodies;

/** Requests that are wrong in two ways: the check that comes first in openapi.yaml answers. */
@QuarkusTest
class OrderOfChecksTest {

    private static final String UNKNOWN = "/v1/claims/" + UUID.randomUUID() + "/transitions";
    private static final String TAKE = "{\"to\": \"in_review\"}";

    @Test
    void tokenBeforeRole() {
        refused(json(Api.nobody(), TAKE).post(UNKNOWN), 401);
        refused(json(Api.nobody().header("Authorization", "Bearer x"), TAKE).post(UNKNOWN), 401);
    }

    @Test
    void roleBeforeExistence() {
        refused(json(Api.submitter(), TAKE).post(UNKNOWN), 403);
        refused(json(Api.as("pia", "publisher"), TAKE).post("/v1/claims"), 403);
    }

    @Test
    void existenceBeforeMediaType() {
        refused(Api.reviewer().contentType("text/plain").body("x").post(UNKNOWN), 404);
    }

    @Test
    void mediaTypeBeforeSize() {
        refused(
                Api.reviewer()
                        .contentType("text/plain")
                        .body("x".repeat(Bodies.MAX_BYTES + 1))
                        .post(transitions()),
                415);
    }

    @Test
    void sizeBeforeForm() {
        refused(json(Api.reviewer(), "x".repeat(Bodies.MAX_BYTES + 1)).post(transitions()), 413);
    }

    @Test
    void formBeforeReplay() {
        var path = transitions();
        var key = UUID.randomUUID().toString();
        json(Api.reviewer().header("Idempotency-Key", key).header("If-Match", "*"), TAKE)
                .post(path)
                .then()
                .statusCode(201);
        refused(
                json(Api.reviewer().header("Idempotency-Key", key).header("If-Match", "*"), "{")
                        .post(path),
                400);
        refused(
                json(Api.reviewer().header("Idempotency-Key", key).header("If-Match", "x"), TAKE)
                        .post(path),
                400);
    }

    @Test
    void replayBeforeVersion() {
        var path = transitions();
        var key = UUID.randomUUID().toString();
        json(Api.reviewer().header("Idempotency-Key", key).header("If-Match", "*"), TAKE)
                .post(path)
                .then()
                .statusCode(201);
        json(Api.reviewer().header("Idempotency-Key", key), TAKE)
                .post(path)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        json(Api.reviewer().header("Idempotency-Key", key).header("If-Match", "\"0\""), TAKE)
                .post(path)
                .then()
                .statusCode(201);
        refused(
                json(Api.reviewer().header("Idempotency-Key", key), "{\"to\": \"proposed\"}")
                        .post(path),
                422);
    }

    @Test
    void versionBeforeState() {
        refused(json(Api.reviewer(), "{\"to\": \"published\"}").post(transitions()), 428);
        refused(
                json(Api.reviewer().header("If-Match", "\"99\""), "{\"to\": \"published\"}")
                        .post(transitions()),
                412);
    }

    @Test
    void versionBeforeMembers() {
        refused(json(Api.reviewer(), "{\"to\": 1}").post(transitions()), 428);
        refused(json(Api.reviewer().header("If-Match", "\"99\""), "{\"to\": 1}").post(transitions()), 412);
    }

    @Test
    void stateBeforeAssignee() {
        refused(
                json(Api.as("otto", "reviewer"), "{}")
                        .put("/v1/claims/" + Api.claim(Api.unique("We won")) + "/verdict-draft"),
                409);
    }

    @Test
    void assigneeBeforeMembers() {
        refused(
                json(Api.as("otto", "reviewer"), "{}").put("/v1/claims/" + Door.claimInReview() + "/verdict-draft"),
                403);
    }

    @Test
    void stateBeforeMembers() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        refused(json(Api.reviewer(), "{}").post("/v1/claims/" + claim + "/sources"), 409);
        refused(json(Api.reviewer().header("If-Match", "*"), "{}").put("/v1/claims/" + claim + "/verdict-draft"), 409);
    }

    @Test
    void wayBeforeMembers() {
        refused(
                json(Api.reviewer().header("If-Match", "*"), "{\"to\": \"published\", \"comment\": 1, \"extra\": 1}")
                        .post("/v1/claims/" + Api.claim(Api.unique("We won")) + "/transitions"),
                409);
    }

    @Test
    void ownProposalBeforeMembers() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.move(Api.editor(), claim, Map.of("to", "proposed")).then().statusCode(201);
        refused(Api.move(Api.editor(), claim, Map.of("to", "published")), 403);
    }

    private static String transitions() {
        return "/v1/claims/" + Api.claim(Api.unique("We won")) + "/transitions";
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON).body(body);
    }
}
