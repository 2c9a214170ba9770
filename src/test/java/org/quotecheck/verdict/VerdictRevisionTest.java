package org.quotecheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.digest.Sha256;

/** What was published: numbered, chained, and never changed. */
@QuarkusTest
class VerdictRevisionTest {

    /** docs/verifying.md: the members that are the revision's content. Labels, digests and names are not. */
    private static final List<String> CONTENT = List.of(
            "rating",
            "quoteVerdict",
            "reasons",
            "summary",
            "explanation",
            "language",
            "claim",
            "sources",
            "publicNote",
            "singleReviewer");

    private String claim;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void submitClaim() {
        claim = claim();
    }

    @Test
    void digestsCanBeRecomputedByAnybody() throws Exception {
        Api.publish(claim, "false");
        again("true", Map.of("to", "published", "publicNote", "We had misread table 1 – sorry.", "kind", "correction"))
                .then()
                .statusCode(201);
        again("mixed", Map.of("to", "published", "publicNote", "New numbers."))
                .then()
                .statusCode(201);
        var json = new ObjectMapper();
        String previous = null;
        for (int number = 1; number <= 3; number++) {
            var revision = (ObjectNode) json.readTree(Api.nobody()
                    .get("/v1/claims/" + claim + "/verdict-revisions/" + number)
                    .asByteArray());
            assertThat(revision.get("number").intValue()).isEqualTo(number);
            assertThat(revision.path("previousDigest").textValue()).isEqualTo(previous);
            assertThat(revision.get("contentDigest").textValue())
                    .isEqualTo(digest(revision.deepCopy().retain(CONTENT)));
            assertThat(revision.get("digest").textValue())
                    .isEqualTo(digest(revision.deepCopy()
                            .retain("number", "kind", "publishedAt", "contentDigest", "previousDigest")));
            previous = revision.get("digest").textValue();
        }
        Api.nobody()
                .get("/v1/claims/" + claim + "/verdict-revisions")
                .then()
                .body("items", hasSize(3))
                .body("items.find { it.number == 1 }.kind", equalTo("initial"))
                .body("items.find { it.number == 2 }.kind", equalTo("correction"))
                .body("items.find { it.number == 3 }.kind", equalTo("update"));
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("verdict.number", equalTo(3))
                .body("verdict.rating", equalTo("mixed"));
    }

    @Test
    void secondRevisionNeedsAPublicNote() {
        Api.publish(claim, "false");
        invalid(again("true", Map.of("to", "published")), "/publicNote");
        invalid(Api.move(Api.editor(), claim, Map.of("to", "published", "publicNote", " ")), "/publicNote");
        for (var kind : List.of("initial", "retraction")) {
            invalid(
                    Api.move(Api.editor(), claim, Map.of("to", "published", "publicNote", "New.", "kind", kind)),
                    "/kind");
        }
        Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions").then().body("items", hasSize(1));
    }

    @Test
    void publishedRevisionStaysWhateverHappensToTheClaim() {
        Api.publish(claim, "false");
        var path = "/v1/claims/" + claim + "/verdict-revisions/1";
        var frozen = Api.nobody().get(path);
        assertThat(frozen.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.addSource(claim);
        assertThat(Api.nobody().get(path).asString()).isEqualTo(frozen.asString());
        assertThat(Api.nobody().get(path).header("ETag")).isEqualTo(frozen.header("ETag"));
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("verdict.sources", hasSize(1))
                .body("sources", hasSize(1));
        Api.reviewer()
                .get("/v1/claims/" + claim)
                .then()
                .body("verdict.sources", hasSize(1))
                .body("sources", hasSize(2));
        Api.reviewer().get(path).then().body("proposedBy", nullValue()).body("approvedBy", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update verdict_revision set content = '{}'",
                "update verdict_revision set number = 7",
                "delete from verdict_revision",
                "update verdict_revision set content = content where number = 1",
                "truncate verdict_revision",
                "truncate verdict_revision cascade"
            })
    void databaseRefusesToRewriteARevision(String sql) throws SQLException {
        Api.publish(claim, "false");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(
                            sql.equals("truncate verdict_revision")
                                    ? "cannot truncate a table referenced in a foreign key constraint"
                                    : "is written once");
        }
        Api.nobody()
                .get("/v1/claims/" + claim + "/verdict-revisions/1")
                .then()
                .statusCode(200)
                .body("rating", equalTo("false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST"})
    void noMethodChangesARevision(String method) {
        Api.publish(claim, "false");
        var path = "/v1/claims/" + claim + "/verdict-revisions/1";
        var frozen = Api.nobody().get(path).asString();
        var answer = Api.editor().contentType(ContentType.JSON).body("{}").request(method, path);
        assertThat(answer.statusCode()).isIn(404, 405);
        refused(answer, answer.statusCode());
        assertThat(Api.nobody().get(path).asString()).isEqualTo(frozen);
    }

    @Test
    void unknownRevisionIsNotFound() {
        refused(Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions/1"), 404);
        Api.publish(claim, "false");
        refused(Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions/2"), 404);
        refused(Api.nobody().get("/v1/claims/" + UUID.randomUUID() + "/verdict-revisions"), 404);
    }

    @Test
    void publishersAtOnceMakeOneRevision() throws Exception {
        Api.publish(claim, "false");
        propose("true");
        var etag = Api.etag(claim);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var statuses = new ArrayList<Integer>();
            Callable<Integer> publish =
                    () -> publish(Api.editor().header("If-Match", etag)).statusCode();
            for (var answer : threads.invokeAll(Collections.nCopies(4, publish))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 412, 412, 412);
        }
        Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions").then().body("items", hasSize(2));
    }

    private static String digest(Object content) throws Exception {
        return Sha256.hex(new JsonCanonicalizer(content.toString()).getEncodedString());
    }

    private Response publish(RequestSpecification actor) {
        return actor.contentType(ContentType.JSON)
                .body(Map.of("to", "published", "publicNote", "New."))
                .post("/v1/claims/" + claim + "/transitions");
    }

    private Response again(String rating, Map<String, ?> publication) {
        propose(rating);
        return Api.move(Api.editor(), claim, publication);
    }

    /** The published claim in review with another editor, and a new rating proposed. */
    private void propose(String rating) {
        Api.move(Api.as("eva", "editor"), claim, Map.of("to", "in_review"))
                .then()
                .statusCode(201);
        Api.as("eva", "editor")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("rating", rating, "summary", "Zürich: 1 €.", "language", "en"))
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(200);
        Api.move(Api.as("eva", "editor"), claim, Map.of("to", "proposed"))
                .then()
                .statusCode(201);
    }

    private static String claim() {
        return Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        Api.unique("Wir haben „gewonnen“ 🎉"),
                        "claimDate",
                        "2024-02-29",
                        "claimant",
                        Map.of("name", "Ann Lée")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
