package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** Nobody changes an article under a verdict. */
@QuarkusTest
class WaitingVersionTest {

    private final String url = Api.uniqueUrl();
    private final String words = Api.unique("We planted nine hundred trees");
    private final String text = "\"" + words + ",\" said Ann Lee.";

    @Test
    void versionUnderAVerdictWaitsForAReviewer() {
        var article = submit(Api.submitter(), text).then().statusCode(201).extract();
        var claim = publishedOf(article.path("quotes[0].id"));
        var embed = Api.nobody().get("/embed/v1/articles?url=" + url).asString();
        var other = submit(Api.as("sue", "submitter"), "All gone.");
        other.then().statusCode(202).body("number", equalTo(2)).body("state", equalTo("waiting"));
        submit(Api.as("sid", "submitter"), "All gone.").then().statusCode(202).body("number", equalTo(2));
        submit(Api.submitter(), "Gone too.").then().statusCode(202).body("number", equalTo(3));
        Api.nobody().get("/v1/articles/" + article.path("id")).then().body("version", equalTo(1));
        assertThat(Api.nobody().get("/embed/v1/articles?url=" + url).asString()).isEqualTo(embed);
        Api.reviewer()
                .get("/v1/review-queue?limit=100")
                .then()
                .body(
                        "items.find { it.claim.id == '" + claim + "' }.reason",
                        containsString("another version of its article waits"));
        var path = "/v1/articles/" + article.path("id") + "/versions/";
        refused(to(Api.submitter(), path + 2, "accepted"), 403);
        invalid(to(Api.reviewer(), path + 2, "current"), "/to");
        refused(to(Api.reviewer(), path + 9, "accepted"), 404);
        refused(to(Api.reviewer(), path + 0, "accepted"), 400);
        to(Api.reviewer(), path + 2, "refused").then().statusCode(201).body("state", equalTo("refused"));
        refused(to(Api.reviewer(), path + 2, "accepted"), 409);
        to(Api.reviewer(), path + 3, "accepted").then().statusCode(201);
        Api.nobody()
                .get("/v1/articles/" + article.path("id"))
                .then()
                .body("version", equalTo(3))
                .body("quotes[0].anchorState", equalTo("orphaned"));
        assertThat(Api.submitter()
                        .get("/v1/articles/" + article.path("id") + "/text")
                        .asString())
                .isEqualTo("Gone too.");
    }

    @Test
    void reviewersVersionIsCurrentAtOnce() {
        var article = submit(Api.submitter(), text).then().extract();
        publishedOf(article.path("quotes[0].id"));
        submit(Api.reviewer(), "New.\n\n" + text).then().statusCode(201).body("version", equalTo(2));
    }

    @Test
    void whoIsNotTheFirstSubmitterChangesNoMetadata() {
        submit(Api.submitter(), text).then().statusCode(201);
        json(Api.as("sue", "submitter"))
                .body(Map.of("url", url, "text", "Other.", "title", "Mine now"))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("title", nullValue());
        json(Api.submitter())
                .body(Map.of("url", url, "text", "Third.", "title", "Trees"))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .body("title", equalTo("Trees"));
    }

    private static String publishedOf(String quote) {
        var claim = json(Api.submitter())
                .body(Map.of("quoteId", quote))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.publish(claim, "false");
        return claim;
    }

    private Response submit(RequestSpecification sender, String content) {
        return json(sender).body(Map.of("url", url, "text", content)).post("/v1/articles");
    }

    private static Response to(RequestSpecification actor, String version, String to) {
        return json(actor).body(Map.of("to", to)).post(version + "/transitions");
    }

    private static RequestSpecification json(RequestSpecification actor) {
        return actor.contentType(ContentType.JSON);
    }
}
