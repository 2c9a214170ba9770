package org.quotecheck.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** The public log of what was wrong. */
@QuarkusTest
class CorrectionsTest {

    @Test
    void correctionTellsFromWhatToWhat() {
        var claim = corrected("false", "mostly_true", "correction");
        Api.nobody()
                .get("/v1/corrections?limit=100")
                .then()
                .statusCode(200)
                .body("items.find { it.claimId == '" + claim + "' }.from", equalTo("false"))
                .body("items.find { it.claimId == '" + claim + "' }.to", equalTo("mostly_true"))
                .body("items.find { it.claimId == '" + claim + "' }.publicNote", equalTo("We misread it."))
                .body("items.find { it.claimId == '" + claim + "' }.revision", equalTo(2));
    }

    @Test
    void updateIsNotACorrection() {
        var claim = corrected("false", "mostly_true", "update");
        assertThat(Api.nobody().get("/v1/corrections?limit=100").<List<String>>path("items.claimId"))
                .doesNotContain(claim);
    }

    @Test
    void newestComesFirstAndPagesFollow() {
        var first = corrected("false", "true", "correction");
        var second = corrected("true", "false", "correction");
        var answer = Api.nobody().get("/v1/corrections?limit=1");
        assertThat(answer.<List<String>>path("items.claimId")).containsExactly(second);
        assertThat(Api.nobody()
                        .get(answer.header("Link").replaceAll(".*<([^>]+)>.*", "$1"))
                        .<List<String>>path("items.claimId"))
                .containsExactly(first);
        for (var wrong : List.of(
                "cursor=x",
                "limit=0",
                "limit=-1",
                "limit=101",
                "limit=many",
                "cursor=" + answer.path("nextCursor") + "A")) {
            refused(Api.nobody().get("/v1/corrections?" + wrong), 400);
        }
    }

    /** In the list, on the page, in the feed and to assistants. */
    @Test
    void duplicatesAreLeftOut() {
        var survivor = corrected("false", "true", "correction");
        var duplicate = corrected("true", "false", "correction");
        Api.move(Api.editor(), duplicate, Map.of("to", "in_review")).then().statusCode(201);
        Api.move(Api.editor(), duplicate, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        var since = Map.of("name", "list_corrections", "arguments", Map.of("since", "2020-01-01"));
        for (var answer : List.of(
                Api.nobody().get("/v1/corrections?limit=1"),
                Api.nobody().get("/corrections"),
                Api.nobody().get("/feeds/corrections.atom"),
                Api.nobody()
                        .contentType(ContentType.JSON)
                        .body(Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", since))
                        .post("/mcp"))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString()).contains(survivor).doesNotContain(duplicate);
        }
    }

    private static String corrected(String from, String to, String kind) {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, from);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.editor()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("rating", to, "summary", "New.", "language", "en"))
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(200);
        Api.move(Api.editor(), claim, Map.of("to", "proposed")).then().statusCode(201);
        Api.move(
                        Api.as("eva", "editor"),
                        claim,
                        Map.of("to", "published", "kind", kind, "publicNote", "We misread it."))
                .then()
                .statusCode(201);
        return claim;
    }
}
