package org.quotecheck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** GET /v1/claims: filters, full-text query, pages. */
@QuarkusTest
class ClaimListTest {

    /** A word that no other test has said. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void listByStatusHoldsThatStatusNewestFirst() {
        var first = Api.claim(word + " one");
        var second = Api.claim(word + " two");
        var taken = Api.claim(word + " three");
        Api.move(Api.reviewer(), taken, Map.of("to", "in_review")).then().statusCode(201);
        assertThat(ids(list("status", "submitted", "limit", "100")))
                .containsSubsequence(second, first)
                .doesNotContain(taken);
        assertThat(ids(list("submittedBy", "me", "status", "in_review")))
                .contains(taken)
                .doesNotContain(first, second);
        assertThat(list("status", "in_review").jsonPath().getList("items.status"))
                .containsOnly("in_review");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Straße Köln %",
                "strasse koln %",
                "KÖLN %",
                "\"köln wählt\" %",
                "köln -berlin %",
                "berlin or köln %",
                "wa\u0308hlt %",
                "LEE %",
                "% Nuñez"
            })
    void queryFindsWordsWithoutCaseAndAccents(String query) {
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "In der Straße: Köln wählt, " + word, "claimant", Map.of("name", "Ann Lee Núñez")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(ids(list("q", query.replace("%", word)))).containsExactly(claim);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"wählt köln\" %", "köln -wählt %", "hamburg %", "kölner %"})
    void queryLeavesOutTheOthers(String query) {
        Api.claim("Köln wählt, " + word);
        assertThat(ids(list("q", query.replace("%", word)))).isEmpty();
    }

    @Test
    void bestMatchComesFirst() {
        var once = Api.claim("Once " + word + " among many other words that say something else");
        var often = Api.claim(word + " and " + word + " and " + word);
        var newest = Api.claim("Newest, also once " + word + " among many other words");
        assertThat(ids(list("q", word)))
                .hasSize(3)
                .startsWith(often)
                .endsWith(once)
                .contains(newest);
    }

    @Test
    void adjacentWordsComeFirst() {
        var together = Api.claim(word + " harbour closed");
        var apart = Api.claim(word + " and other words".repeat(20) + " harbour closed");
        assertThat(ids(list("q", word + " harbour"))).containsExactly(together, apart);
        assertThat(ids(list(
                        "q",
                        word + " harbour",
                        "limit",
                        "1",
                        "cursor",
                        list("q", word + " harbour", "limit", "1").path("nextCursor"))))
                .containsExactly(apart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesHoldEachItemOnceWhileRowsAreInserted(boolean query) {
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            all.add(Api.claim(word + " " + i));
        }
        var filter = query
                ? new String[] {"q", word, "limit", "2"}
                : new String[] {"submittedBy", "me", "status", "submitted", "limit", "2"};
        var seen = new ArrayList<String>();
        var page = list(filter).then().extract();
        for (int pages = 0; pages < 3; pages++) {
            seen.addAll(JsonPath.from(page.asString()).getList("items.id"));
            Api.claim(word + " inserted " + pages);
            assertThat(page.header("Link"))
                    .matches("<[^>]*cursor=[^>]*>; rel=\"next\"")
                    .contains(page.<String>path("nextCursor"));
            page = Api.submitter()
                    .urlEncodingEnabled(false)
                    .get(page.header("Link").replaceFirst("<(.*)>.*", "$1"))
                    .then()
                    .statusCode(200)
                    .extract();
            if (page.path("nextCursor") == null) {
                seen.addAll(JsonPath.from(page.asString()).getList("items.id"));
                break;
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(all.reversed());
    }

    @Test
    void lastPageHasNoCursor() {
        Api.claim(word + " one");
        Api.claim(word + " two");
        var page = list("q", word, "limit", "2");
        page.then().body("nextCursor", nullValue());
        assertThat(page.header("Link")).isNull();
    }

    @Test
    void ownClaimsAreListedForTheirSubmitter() {
        var mine = Api.claim(word);
        assertThat(ids(list("submittedBy", "me", "q", word))).containsExactly(mine);
        assertThat(ids(Api.as("sue", "submitter")
                        .queryParam("submittedBy", "me")
                        .queryParam("q", word)
                        .get("/v1/claims")))
                .isEmpty();
        assertThat(ids(Api.nobody().queryParam("submittedBy", "me").get("/v1/claims")))
                .isEmpty();
    }

    @Test
    void publicListHoldsClaimsWithAVerdict() {
        Api.claim(word + " draft");
        var published = Api.claim(word + " published");
        Api.publish(published, "true");
        var page = Api.nobody().queryParam("q", word).get("/v1/claims");
        assertThat(ids(page)).containsExactly(published);
        assertThat(page.asString()).doesNotContain("submittedBy", "assignee", "proposedBy", "approvedBy");
        assertThat(page.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    private static List<String> ids(Response page) {
        return page.then().statusCode(200).extract().jsonPath().getList("items.id");
    }

    private static Response list(String... parameters) {
        var request = Api.submitter();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/claims");
    }
}
