package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** What a reviewer reads of an article's versions before one that waits is taken. */
@QuarkusTest
class VersionsTest {

    private final String url = Api.uniqueUrl();
    private final String text = "\"" + Api.unique("We paved 9 roads in 2023") + ",\" Mayor Eva Brandt said.";
    private final String other = "Nobody paved a road, whatever the mayor says.\n";
    private String article;

    @BeforeEach
    void submitArticleWithAVerdict() {
        var first = submit("vera", text).then().statusCode(201).extract();
        article = first.path("id");
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", first.path("quotes[0].id")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.publish(claim, "true");
        submit("stranger", other).then().statusCode(202).body("number", equalTo(2));
    }

    @Test
    void waitingVersionIsListedAndRead() {
        versions("")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(2, 1)))
                .body("items.state", equalTo(List.of("waiting", "accepted")))
                .body("items[0].articleId", equalTo(article));
        var waiting = Api.reviewer().get(path("/2/text"));
        assertThat(waiting.asString()).isEqualTo(other);
        assertThat(waiting.contentType()).startsWith("text/plain");
        Api.reviewer()
                .header("If-None-Match", waiting.header("ETag"))
                .get(path("/2/text"))
                .then()
                .statusCode(304);
        assertThat(Api.reviewer().get("/v1/articles/" + article + "/text").asString())
                .isEqualTo(text);
        assertThat(Api.reviewer().get(path("/1/text")).asString()).isEqualTo(text);
    }

    @Test
    void pagesHoldEachVersionOnce() {
        submit("stranger", other + "\nAgain.").then().statusCode(202);
        var seen = new ArrayList<Integer>();
        var query = "?limit=2";
        for (var next = ""; next != null; query = "?limit=2&cursor=" + next) {
            var page = versions(query);
            seen.addAll(page.jsonPath().getList("items.number", Integer.class));
            next = page.path("nextCursor");
        }
        assertThat(seen).containsExactly(3, 2, 1);
    }

    @Test
    void onlyReviewersRead() {
        for (var rest : List.of("", "/2/text")) {
            refused(Api.nobody().get(path(rest)), 401);
            refused(Api.as("vera", "submitter").get(path(rest)), 403);
        }
        refused(Api.reviewer().get(path("/3/text")), 404);
        for (var number : List.of("0", "x", "-1", "99999999999")) {
            refused(Api.reviewer().get(path("/" + number + "/text")), 400);
        }
        refused(versions("?cursor=x"), 400);
        refused(versions("?limit=0"), 400);
        refused(versions("?state=waiting"), 400);
        refused(Api.reviewer().get("/v1/articles/" + UUID.randomUUID() + "/versions"), 404);
    }

    private Response versions(String query) {
        return Api.reviewer().get(path(query));
    }

    private String path(String rest) {
        return "/v1/articles/" + article + "/versions" + rest;
    }

    private Response submit(String who, String words) {
        return Api.as(who, "submitter")
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", words))
                .post("/v1/articles");
    }
}
