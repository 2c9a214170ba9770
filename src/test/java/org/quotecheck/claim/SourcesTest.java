package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Evidence that is corrected, removed, listed, and frozen in what was published. */
@QuarkusTest
class SourcesTest {

    private String claim;

    @BeforeEach
    void submitClaim() {
        claim = Api.claim(Api.unique("We won"));
    }

    @Test
    void sourceIsCorrected() {
        var source = Api.addSource(claim);
        patch(source, "{\"title\": \"Table 2\", \"excerpt\": null}")
                .then()
                .statusCode(200)
                .body("title", equalTo("Table 2"))
                .body("excerpt", nullValue())
                .body("publisher", equalTo("Statistics Office"))
                .body("accessedAt", notNullValue());
        Api.reviewer().get("/v1/claims/" + claim).then().body("sources[0].title", equalTo("Table 2"));
        invalid(patch(source, "{\"title\": null}"), "/title");
        invalid(patch(source, "{\"id\": \"x\"}"), "/id");
        refused(patch(UUID.randomUUID().toString(), "{}"), 404);
        refused(patch(Api.addSource(Api.claim(Api.unique("They won"))), "{}"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "0999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"})
    void timesAreThoseOfTheNews(String time) {
        invalid(patch(Api.addSource(claim), "{\"publishedAt\": \"" + time + "\"}"), "/publishedAt");
        invalid(patch(Api.addSource(claim), "{\"accessedAt\": \"" + time + "\"}"), "/accessedAt");
    }

    /** The database would round it up, to a year that is refused. */
    @Test
    void timeIsCutToMicroseconds() {
        var source = Api.addSource(claim);
        var time = Year.now(ZoneOffset.UTC).plusYears(1) + "-12-31T23:59:59.9999999Z";
        var kept = time.replace(".9999999Z", ".999999Z");
        for (var member : List.of("accessedAt", "publishedAt")) {
            patch(source, "{\"" + member + "\": \"" + time + "\"}")
                    .then()
                    .statusCode(200)
                    .body(member, equalTo(kept));
            Api.reviewer().get("/v1/claims/" + claim).then().body("sources[0]." + member, equalTo(kept));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-12-31T23:59:60Z", "2016-12-31T24:00:00Z", "2016-12-31T23:59:59.1234567891Z"})
    void timesAreReadAlikeEverywhere(String time) {
        invalid(patch(Api.addSource(claim), "{\"publishedAt\": \"" + time + "\"}"), "/publishedAt");
        invalid(patch(Api.addSource(claim), "{\"accessedAt\": \"" + time + "\"}"), "/accessedAt");
        refused(Api.nobody().queryParam("updatedSince", time).get("/v1/claims"), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 2019, 2019",
        "2019-06, 2019-06, 2019-06",
        "2019-06-30, 2019-06-30, 30 June 2019",
        "2019-06-30T23:30:00-02:00, 2019-07-01T01:30:00Z, 1 July 2019"
    })
    void dateIsAsPreciseAsItWasGiven(String given, String kept, String shown) {
        patch(Api.addSource(claim), "{\"publishedAt\": \"" + given + "\"}")
                .then()
                .statusCode(200)
                .body("publishedAt", equalTo(kept));
        Api.publish(claim, "true");
        Api.nobody()
                .get("/v1/claims/" + claim + "/verdict-revisions/1")
                .then()
                .body("sources.publishedAt", hasItem(kept));
        assertThat(Api.nobody().get("/claims/" + claim).asString()).contains(">" + shown + "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19",
                "2019-13",
                "2019-00",
                "2019-02-29",
                "2019-06-30T25:00:00Z",
                "2019-6",
                "June 2019",
                " 2019",
                "2019-W26"
            })
    void dateThatIsNoneIsRefused(String date) {
        invalid(patch(Api.addSource(claim), "{\"publishedAt\": \"" + date + "\"}"), "/publishedAt");
    }

    @Test
    void sourceIsRemoved() {
        var source = Api.addSource(claim);
        refused(Api.reviewer().delete("/v1/claims/" + claim + "/sources/" + source), 428);
        refused(
                Api.reviewer().header("If-Match", "\"7000\"").delete("/v1/claims/" + claim + "/sources/" + source),
                412);
        refused(Api.submitter().header("If-Match", "*").delete("/v1/claims/" + claim + "/sources/" + source), 403);
        var gone = remove(source);
        gone.then().statusCode(204);
        assertThat(gone.header("ETag")).isEqualTo(Api.etag(claim));
        refused(remove(source), 404);
        Api.reviewer().get("/v1/claims/" + claim + "/sources").then().body("items", hasSize(0));
    }

    @Test
    void sourceThatTheDraftNamesStays() {
        var cited = Api.addSource(claim);
        var other = Api.addSource(claim);
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        draft(Map.of("rating", "false", "summary", "No.", "language", "en", "sources", List.of(cited)))
                .then()
                .statusCode(201);
        assertThat(refused(remove(cited), 409).<String>path("type")).isEqualTo("/problems/source-cited");
        remove(other).then().statusCode(204);
    }

    @Test
    void revisionKeepsItsSourcesAsTheyStood() {
        Api.publish(claim, "false");
        var source = Api.reviewer().get("/v1/claims/" + claim).<String>path("sources[0].id");
        refused(patch(source, "{\"title\": \"Other\"}"), 409);
        refused(remove(source), 409);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        patch(source, "{\"title\": \"Other\"}").then().statusCode(200);
        remove(source).then().statusCode(204);
        Api.nobody()
                .get("/v1/claims/" + claim + "/verdict-revisions/1")
                .then()
                .body("sources.title", contains("Table 1"));
        Api.nobody().get("/v1/claims/" + claim).then().body("sources.title", contains("Table 1"));
    }

    @Test
    void listHasPages() {
        var ids = List.of(Api.addSource(claim), Api.addSource(claim), Api.addSource(claim));
        var first = Api.reviewer().get("/v1/claims/" + claim + "/sources?limit=2");
        first.then().statusCode(200).body("items.id", contains(ids.get(0), ids.get(1)));
        assertThat(first.header("Link")).contains("rel=\"next\"");
        var cursor = first.<String>path("nextCursor");
        Api.reviewer()
                .get("/v1/claims/" + claim + "/sources?limit=2&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.id", contains(ids.get(2)))
                .body("nextCursor", nullValue());
        refused(
                Api.reviewer().get("/v1/claims/" + Api.claim(Api.unique("They won")) + "/sources?cursor=" + cursor),
                400);
    }

    private Response draft(Map<String, ?> draft) {
        return Api.reviewer().contentType(ContentType.JSON).body(draft).put("/v1/claims/" + claim + "/verdict-draft");
    }

    private Response patch(String source, String patch) {
        return current().contentType(ContentType.JSON).body(patch).patch("/v1/claims/" + claim + "/sources/" + source);
    }

    private Response remove(String source) {
        return current().delete("/v1/claims/" + claim + "/sources/" + source);
    }

    private RequestSpecification current() {
        return Api.reviewer().header("If-Match", Api.etag(claim));
    }
}
