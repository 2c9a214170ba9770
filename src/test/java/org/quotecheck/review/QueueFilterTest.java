package org.quotecheck.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** The queue's filters, and how much it counts by them. */
@QuarkusTest
class QueueFilterTest {

    @Test
    void tagAndLanguageNarrowListAndCounts() {
        var tag = "t-" + UUID.randomUUID().toString().substring(0, 8);
        var welsh = claim("cy-GB", tag);
        claim("en", tag);
        claim("cy", "other");
        assertThat(listed("?tag=" + tag + "&language=cy")).containsExactly(welsh);
        assertThat(listed("?tag=" + tag)).hasSize(2);
        assertThat(listed("?tag=" + tag + "&waiting=reports")).isEmpty();
        assertThat(counts("?tag=" + tag)).containsEntry("total", 2);
        Api.move(Api.reviewer(), welsh, Map.of("to", "in_review")).then().statusCode(201);
        assertThat(counts("?tag=" + tag).get("byStatus")).isEqualTo(Map.of("in_review", 1, "submitted", 1));
        assertThat(listed("?tag=" + tag + "&status=in_review&assignee=me")).containsExactly(welsh);
    }

    @Test
    void openReportsAreFound() {
        var tag = "t-" + UUID.randomUUID().toString().substring(0, 8);
        var claim = claim("en", tag);
        Api.publish(claim, "false");
        assertThat(listed("?tag=" + tag)).isEmpty();
        Api.nobody()
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", "2001:db8::77")
                .body(Map.of("kind", "error", "text", "The year is wrong."))
                .post("/v1/claims/" + claim + "/reports")
                .then()
                .statusCode(202);
        assertThat(listed("?tag=" + tag + "&waiting=reports")).containsExactly(claim);
        assertThat(listed("?tag=" + tag + "&waiting=appearances")).isEmpty();
    }

    @Test
    void unknownWordsAreRefused() {
        for (var wrong : List.of("waiting=everything", "language=english!", "tag= ")) {
            Api.reviewer()
                    .get("/v1/review-queue?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString(wrong.substring(0, wrong.indexOf('='))));
            Api.reviewer().get("/v1/review-queue/counts?" + wrong).then().statusCode(400);
        }
        Api.submitter().get("/v1/review-queue/counts").then().statusCode(403);
    }

    private static String claim(String language, String tag) {
        var id = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("text", Api.unique("We planted trees"), "language", language))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.reviewer()
                .contentType(ContentType.JSON)
                .header("If-Match", Api.etag(id))
                .body(Map.of("tags", List.of(tag)))
                .patch("/v1/claims/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    private static List<String> listed(String query) {
        return Api.reviewer()
                .get("/v1/review-queue" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.claim.id");
    }

    private static Map<String, Object> counts(String query) {
        return Api.reviewer()
                .get("/v1/review-queue/counts" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }
}
