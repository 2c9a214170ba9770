package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** If-Match on writes, If-None-Match on reads (RFC 9110, section 13.1). */
@QuarkusTest
class ConditionalRequestTest {

    @Test
    void writeWithoutVersionIsRefused() {
        var claim = Api.claim(Api.unique("We won"));
        refused(take(claim, null), 428);
        Api.reviewer().get("/v1/claims/" + claim).then().body("status", org.hamcrest.Matchers.equalTo("submitted"));
    }

    @Test
    void staleVersionIsRefusedWithTheCurrentOne() {
        var claim = Api.claim(Api.unique("We won"));
        var stale = Api.etag(claim);
        Api.addSource(claim);
        var current = Api.etag(claim);
        assertThat(refused(take(claim, stale), 412).header("ETag"))
                .isEqualTo(current)
                .isNotEqualTo(stale);
        assertThat(take(claim, current).statusCode()).isEqualTo(201);
    }

    @Test
    void weakTagNeverMatchesAWrite() {
        var claim = Api.claim(Api.unique("We won"));
        refused(take(claim, "W/" + Api.etag(claim)), 412);
    }

    @Test
    void anyTagOfAListMatches() {
        var claim = Api.claim(Api.unique("We won"));
        refused(take(claim, "\"x\", \"y,z\""), 412);
        assertThat(take(claim, "\"x\" , W/\"y\",," + Api.etag(claim)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void starMatchesWhateverThereIs() {
        var claim = Api.claim(Api.unique("We won"));
        assertThat(take(claim, "*").statusCode()).isEqualTo(201);
    }

    @Test
    void tagThatAnotherRoleReadMatches() {
        var claim = Api.claim(Api.unique("We won"));
        var read = Api.submitter().get("/v1/claims/" + claim).header("ETag");
        assertThat(read).isNotEqualTo(Api.etag(claim));
        assertThat(take(claim, read).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\"x", "x\"", "\"x\" \"y\"", "*, \"x\"", "w/\"x\"", "W/ \"x\"", ",", "'x'"})
    void malformedTagIsRefused(String tag) {
        var claim = Api.claim(Api.unique("We won"));
        refused(take(claim, tag), 400);
        refused(Api.reviewer().header("If-None-Match", tag).get("/v1/claims/" + claim), 400);
    }

    @Test
    void everyReadHonoursIfNoneMatch() {
        var url = Api.uniqueUrl();
        var words = Api.unique("We won");
        var article = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", "\"" + words + ",\" said Ann Lee."))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract();
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", article.path("quotes[0].id")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.publish(claim, "mixed");
        var page = "/v1/articles/" + article.path("id");
        for (var path : List.of(
                page,
                page + "/quotes",
                page + "/text",
                "/v1/claims/" + claim,
                "/v1/claims/" + claim + "/sources",
                "/v1/claims/" + claim + "/verdict-draft",
                "/v1/claims/" + claim + "/verdict-revisions",
                "/v1/claims/" + claim + "/verdict-revisions/1",
                "/embed/v1/claims?ids=" + claim,
                "/embed/v1/articles?url=" + url,
                "/claims/" + claim,
                "/claims/" + claim + ".jsonld",
                "/embed/v1/quotecheck.js")) {
            var fresh = Api.reviewer().get(path).then().statusCode(200).extract();
            var etag = fresh.header("ETag");
            assertThat(etag).as(path).matches("\"[^\"]+\"");
            for (var known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*", ", ," + etag + ",")) {
                var unchanged = Api.reviewer().header("If-None-Match", known).get(path);
                assertThat(unchanged.statusCode()).as("%s with %s", path, known).isEqualTo(304);
                assertThat(unchanged.asByteArray()).isEmpty();
                assertThat(unchanged.header("ETag")).isEqualTo(etag);
                assertThat(unchanged.header("Cache-Control")).isEqualTo(fresh.header("Cache-Control"));
            }
            assertThat(Api.reviewer().header("If-None-Match", "\"x\"").get(path).statusCode())
                    .isEqualTo(200);
            var head = Api.reviewer().head(path);
            assertThat(head.statusCode()).as("HEAD %s", path).isEqualTo(200);
            assertThat(head.header("ETag")).isEqualTo(etag);
            assertThat(Api.reviewer().options(path).statusCode())
                    .as("OPTIONS %s", path)
                    .isIn(200, 204);
        }
    }

    @Test
    void everyChangeMakesANewTag() {
        var claim = Api.claim(Api.unique("We won"));
        var tags = new ArrayList<>(List.of(Api.etag(claim)));
        step(claim, tags, () -> Api.addSource(claim));
        step(claim, tags, () -> Api.move(Api.reviewer(), claim, Map.of("to", "in_review")));
        step(claim, tags, () -> Api.addSource(claim));
        var draft = Map.of("rating", "false", "summary", "No.", "language", "en");
        var path = "/v1/claims/" + claim + "/verdict-draft";
        step(
                claim,
                tags,
                () -> Api.reviewer()
                        .contentType(ContentType.JSON)
                        .body(draft)
                        .put(path)
                        .then()
                        .statusCode(201));
        var first = Api.reviewer().get(path).header("ETag");
        step(
                claim,
                tags,
                () -> Api.reviewer()
                        .contentType(ContentType.JSON)
                        .header("If-Match", first)
                        .body(draft)
                        .put(path)
                        .then()
                        .statusCode(200));
        assertThat(Api.reviewer().get(path).header("ETag")).isNotEqualTo(first);
        refused(
                Api.reviewer()
                        .contentType(ContentType.JSON)
                        .header("If-Match", first)
                        .body(draft)
                        .put(path),
                412);
        refused(Api.reviewer().contentType(ContentType.JSON).body(draft).put(path), 428);
        step(claim, tags, () -> Api.move(Api.reviewer(), claim, Map.of("to", "proposed")));
        step(claim, tags, () -> Api.move(Api.editor(), claim, Map.of("to", "published")));
        step(claim, tags, () -> Api.move(Api.editor(), claim, Map.of("to", "in_review")));
    }

    @Test
    void answerToAWriteCarriesTheTagThatAReadGives() {
        var claim = Api.claim(Api.unique("We won"));
        assertThat(Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).header("ETag"))
                .isEqualTo(Api.etag(claim));
    }

    private static void step(String claim, List<String> tags, Runnable change) {
        change.run();
        assertThat(tags).doesNotContain(Api.etag(claim));
        tags.add(Api.etag(claim));
    }

    private static Response take(String claim, String ifMatch) {
        var request = Api.reviewer().contentType(ContentType.JSON).body(Map.of("to", "in_review"));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/v1/claims/" + claim + "/transitions");
    }
}
