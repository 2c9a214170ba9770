package org.quotecheck.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/**
 * What waits for reviewers, and in which order; each test has a reviewer of its own, whose claims nobody else takes.
 */
@QuarkusTest
class ReviewQueueTest {

    private final String reviewer = "reviewer-" + UUID.randomUUID();

    @Test
    void mostUrgentComesFirst() {
        var opinion = taken("I think that this is beautiful and I hope you love it");
        var fact = taken("Unemployment fell by 40 percent since 2022, more than ever");
        var spread = taken("Unemployment fell by 40 percent since 2022, more than never");
        for (int i = 0; i < 4; i++) {
            submit("sender-" + i, text(spread), Api.uniqueUrl());
        }
        assertThat(queue("").stream().map(item -> id(item)).toList()).containsExactly(spread, fact, opinion);
        assertThat(queue("").getFirst().get("reason").toString())
                .contains("sent by 5 submitters", "4 places are waiting to be confirmed", "checkability");
        assertThat(queue("").getFirst().get("reasons"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .contains(Map.of("code", "submitters", "number", 5), Map.of("code", "appearances", "number", 4));
    }

    @Test
    void openReportPutsAPublishedClaimInTheQueue() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        Api.nobody()
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", "203.0.113." + (claim.hashCode() & 255))
                .body(Map.of("kind", "error", "text", "No."))
                .post("/v1/claims/" + claim + "/reports")
                .then()
                .statusCode(202);
        Api.reviewer()
                .get("/v1/review-queue?status=published&limit=100")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.claim.id == '" + claim + "' }.reason",
                        containsString("a reader's report is open"));
    }

    @Test
    void filtersAreByStatusAndAssignee() {
        var claim = taken("We won");
        assertThat(queue("&status=in_review").stream().map(ReviewQueueTest::id)).containsExactly(claim);
        assertThat(queue("&status=proposed")).isEmpty();
        assertThat(Api.as(reviewer, "reviewer")
                        .get("/v1/review-queue?assignee=me")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.claim.id"))
                .containsExactly(claim);
        Api.reviewer()
                .get("/v1/review-queue?status=in_review")
                .then()
                .body("items.claim.status", everyItem(equalTo("in_review")));
    }

    @Test
    void retractionThatAnEditorAskedForWaitsForAnother() {
        var claim = Api.claim(Api.unique("We planted 9 trees"));
        Api.publish(claim, "false");
        var tag = "t" + claim.replaceAll("\\D", "");
        tag(claim, tag);
        var queue = "/v1/review-queue?tag=" + tag;
        Api.editor().get(queue).then().statusCode(200).body("items", hasSize(0));
        Api.move(Api.editor(), claim, Map.of("to", "retracted", "publicNote", "The count was wrong."))
                .then()
                .statusCode(202);
        Api.editor()
                .get(queue)
                .then()
                .statusCode(200)
                .body("items.claim.id", contains(claim))
                .body("items[0].reason", containsString("an editor asked to retract it"));
        Api.move(Api.as("eva", "editor"), claim, Map.of("to", "retracted"))
                .then()
                .statusCode(201);
        Api.editor().get(queue).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void pagesFollowEachOtherWhileClaimsComeIn() {
        var claims = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            claims.add(taken("We won " + i + " times"));
        }
        var seen = new ArrayList<String>();
        var page = "/v1/review-queue?limit=1&assignee=" + reviewer;
        while (page != null) {
            var answer = Api.reviewer().get(page);
            seen.addAll(answer.then().statusCode(200).extract().path("items.claim.id"));
            var link = answer.header("Link");
            page = link == null ? null : link.replaceAll(".*<([^>]+)>.*", "$1");
            if (seen.size() == 1) {
                taken("Unemployment fell by 40 percent since 2022, more than ever");
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(claims);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status=lost", "limit=0", "limit=101", "limit=x", "cursor=x", "cursor=YWJj", "assignee=a%00b"})
    void wrongParameterIsRefused(String query) {
        refused(Api.reviewer().urlEncodingEnabled(false).get("/v1/review-queue?" + query), 400);
    }

    @Test
    void queueIsForReviewers() {
        refused(Api.nobody().get("/v1/review-queue"), 401);
        refused(Api.submitter().get("/v1/review-queue"), 403);
    }

    private List<Map<String, Object>> queue(String more) {
        return Api.reviewer()
                .get("/v1/review-queue?assignee=" + reviewer + more)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static void tag(String claim, String tag) {
        Api.reviewer()
                .contentType(ContentType.JSON)
                .header("If-Match", Api.etag(claim))
                .body(Map.of("tags", List.of(tag)))
                .patch("/v1/claims/" + claim)
                .then()
                .statusCode(200);
    }

    private static String id(Map<String, Object> item) {
        return ((Map<?, ?>) item.get("claim")).get("id").toString();
    }

    private String taken(String words) {
        var claim = Api.claim(Api.unique(words));
        Api.move(Api.as(reviewer, "reviewer"), claim, Map.of("to", "in_review"))
                .then()
                .statusCode(201);
        return claim;
    }

    private static String text(String claim) {
        return Api.reviewer().get("/v1/claims/" + claim).path("text");
    }

    private static void submit(String sender, String words, String url) {
        Api.as(sender, "submitter")
                .contentType(ContentType.JSON)
                .body(Map.of("text", words, "article", Map.of("url", url)))
                .post("/v1/claims")
                .then()
                .statusCode(200);
    }
}
