package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Ids, cursors and parameters that are not what they should be. */
@QuarkusTest
class QueryParametersTest {

    private static final String NOT_AN_ID = "0198c0de-0000-7000-8000-00000000000";

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "ten", "1.5", "1e1", "+1", "99999999999999999999", "٣", " 1", "0x1"})
    void limitOutsideItsRangeIsRefused(String limit) {
        refused(list("limit", limit), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100", "007"})
    void limitInItsRangeIsTaken(String limit) {
        assertThat(list("limit", limit).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "x", "%%%", "AAAA", "\u0000", "é", "MDAwMA=="})
    void forgedCursorIsRefused(String cursor) {
        refused(list("cursor", cursor), 400);
    }

    @Test
    void tamperedCursorIsRefused() {
        var cursor = cursor("status", "submitted");
        var digest = new String(Base64.getUrlDecoder().decode(cursor)).split("\u001f")[0];
        for (var key : List.of(
                "",
                "\u001f",
                "0\u001f" + NOT_AN_ID,
                "x\u001f" + UUID.randomUUID(),
                "0\u001f" + UUID.randomUUID() + "'--",
                "NaN\u001f1-1-1-1-1",
                "1e999\u001f",
                "0\u001f" + UUID.randomUUID() + "\u001f0")) {
            var forged = Base64.getUrlEncoder().withoutPadding().encodeToString((digest + "\u001f" + key).getBytes());
            refused(list("status", "submitted", "cursor", forged), 400);
        }
    }

    @Test
    void cursorOfAnotherQueryIsRefused() {
        var cursor = cursor("status", "submitted");
        refused(list("cursor", cursor), 400);
        refused(list("status", "in_review", "cursor", cursor), 400);
        refused(list("status", "submitted", "q", "won", "cursor", cursor), 400);
        refused(
                Api.as("another", "reviewer")
                        .queryParam("status", "submitted")
                        .queryParam("cursor", cursor)
                        .get("/v1/claims"),
                400);
        assertThat(list("status", "submitted", "cursor", cursor).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we & won",
                "we | !won",
                "we <-> won",
                "(((",
                "\"won",
                "'won'",
                "won:*",
                "100%",
                "_won_",
                "won\\",
                "-won",
                "or or",
                "- - -",
                "!",
                "\u00ad",
                "'; drop table claim; --",
                "🙂",
                "\ud83d",
                "\u202e",
                "won\n\twon",
                "a\u0300\u0301",
                "İ",
                "ﬃ"
            })
    void queryMayHoldAnyWords(String q) {
        assertThat(list("q", q).statusCode()).isEqualTo(200);
    }

    @Test
    void queryThatIsNoneIsRefused() {
        refused(list("q", "a\u0000b"), 400);
        refused(list("q", "  "), 400);
        refused(list("q", "w".repeat(5_000)), 400);
        assertThat(list("q", "ﷺ".repeat(1_000)).statusCode())
                .as("18,000 characters when folded")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "unknown", "SUBMITTED", "Submitted", "submitted,in_review", "\u0000"})
    void unknownStatusIsRefused(String status) {
        refused(list("status", status), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "status", "limit", "cursor"})
    void emptyParameterIsAsIfItWereAbsent(String name) {
        assertThat(list(name, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimaint=x", "page=2", "Limit=3", "q%20=a", "x", "[]=1", "limit=1&limitt=2"})
    void unknownParameterIsRefusedAndTheKnownOnesAreNamed(String query) {
        var answer = Api.reviewer().urlEncodingEnabled(false).get("/v1/claims?" + query);
        assertThat(refused(answer, 400).<String>path("detail")).contains("claimant, cursor,");
    }

    @Test
    void parametersAreKnownByTheOperation() {
        var claim = Api.claim(Api.unique("We won"));
        for (var path : List.of(
                "/v1/claims/" + claim + "?x=1",
                "/v1/claims/" + claim + "/sources?q=1",
                "/v1/review-queue?q=1",
                "/v1/articles?url=https://news.example/?a=1&b=2",
                "/embed/v1/claims?ids=" + claim + "&fbclid=1",
                "/embed/v1/articles?url=https://news.example/&ids=" + claim)) {
            refused(Api.reviewer().urlEncodingEnabled(false).get(path), 400);
        }
        for (var path :
                List.of("/?fbclid=1", "/problems/gone?x=1&x=2", "/embed/v1/quotecheck.js?v=3", "/q/health/live?x")) {
            assertThat(Api.nobody().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void repeatedParameterIsRefused() {
        for (var query : List.of("q=a&q=b", "limit=1&limit=1", "q=&q=", "%71=a&q=b")) {
            assertThat(refused(Api.nobody().urlEncodingEnabled(false).get("/v1/claims?" + query), 400)
                            .<String>path("detail"))
                    .contains("repeated", "allowed: articleUrl, claimant");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/articles?q=", "/v1/articles?publisher=", "/v1/claims?q=", "/v1/review-queue?assignee="})
    void textThatCannotBeStoredOrIsBlankIsRefused(String address) {
        var name = address.replaceAll(".*\\?|=", "");
        for (var value : List.of("%00", "a%00b")) {
            assertThat(refused(Api.editor().urlEncodingEnabled(false).get(address + value), 400)
                            .<String>path("detail"))
                    .as(value)
                    .isEqualTo(name + " must not contain the character U+0000.");
        }
        if (!name.equals("assignee")) {
            for (var value : List.of("%20", "x".repeat(1_001))) {
                assertThat(refused(Api.editor().urlEncodingEnabled(false).get(address + value), 400)
                                .<String>path("detail"))
                        .startsWith(name + " must have 1 to ");
            }
        }
    }

    /** One code point is one character, as in bodies. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles?q=", "/v1/articles?publisher=", "/v1/claims?tag=", "/v1/claims?claimant="})
    void charactersAreCodePoints(String address) {
        Api.editor().get(address + "\ud83d\ude00".repeat(200)).then().statusCode(200);
    }

    @Test
    void aThousandParametersAreRefusedInAFewWords() {
        var query = new StringBuilder("a0=1");
        for (int i = 1; i < 1_000; i++) {
            query.append("&a").append(i).append("=1");
        }
        assertThat(refused(Api.nobody().get("/v1/claims?" + query), 400).<String>path("detail"))
                .contains("995 more")
                .hasSizeLessThan(300);
    }

    @Test
    void submittedByKnowsOnlyMe() {
        refused(list("submittedBy", "rita"), 400);
        assertThat(list("submittedBy", "me").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1",
                NOT_AN_ID,
                NOT_AN_ID + "g",
                "%7B0198c0de-0000-7000-8000-000000000000%7D",
                "0198c0de000070008000000000000000",
                "1-1-1-1-1",
                "0198c0de-0000-7000-8000-000000000000%00",
                "%F0%9F%99%82",
                "'"
            })
    void malformedIdIsRefusedEverywhere(String id) {
        for (var path : List.of(
                "/v1/claims/{}",
                "/v1/claims/{}/sources",
                "/v1/claims/{}/verdict-draft",
                "/v1/claims/{}/verdict-revisions",
                "/v1/claims/{}/verdict-revisions/1",
                "/v1/articles/{}",
                "/v1/articles/{}/quotes",
                "/v1/articles/{}/text",
                "/claims/{}",
                "/claims/{}.jsonld")) {
            refused(Api.reviewer().urlEncodingEnabled(false).get(path.replace("{}", id)), 400);
        }
        for (var path : List.of("/v1/claims/{}/sources", "/v1/claims/{}/transitions")) {
            refused(
                    Api.reviewer()
                            .urlEncodingEnabled(false)
                            .contentType("application/json")
                            .body("{}")
                            .post(path.replace("{}", id)),
                    400);
        }
        refused(Api.nobody().queryParam("ids", UUID.randomUUID() + "," + "x").get("/embed/v1/claims"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.0", "99999999999", "01", "%00"})
    void malformedRevisionNumberIsRefused(String number) {
        refused(
                Api.nobody()
                        .urlEncodingEnabled(false)
                        .get("/v1/claims/" + UUID.randomUUID() + "/verdict-revisions/" + number),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://news.example/", "https://sam@news.example/", "news", "", "https://", "https://a\u0000b/"})
    void urlThatIsNoneIsRefused(String url) {
        refused(Api.nobody().queryParam("url", url).get("/v1/articles/by-url"), 400);
        refused(Api.nobody().queryParam("url", url).get("/embed/v1/articles"), 400);
    }

    @Test
    void longestUrlIsAccepted() {
        var url = "https://news.example/?" + "é".repeat(2_000);
        assertThat(refused(Api.nobody().queryParam("url", url).get("/v1/articles/by-url"), 404)
                        .<String>path("instance"))
                .isEqualTo("/v1/articles/by-url");
    }

    @Test
    void embedParametersAreChecked() {
        refused(Api.nobody().get("/v1/articles/by-url"), 400);
        refused(Api.nobody().get("/embed/v1/articles"), 400);
        refused(Api.nobody().get("/embed/v1/claims"), 400);
        refused(Api.nobody().get("/embed/v1/claims?ids="), 400);
        refused(Api.nobody().get("/embed/v1/claims?ids=,"), 400);
        refused(Api.nobody().get("/embed/v1/articles?urlHash=" + "A".repeat(64)), 400);
        refused(Api.nobody().get("/embed/v1/articles?urlHash=" + "a".repeat(63)), 400);
        refused(Api.nobody().get("/embed/v1/articles?url=https://a.example/&urlHash=" + "a".repeat(64)), 400);
        var ids = String.join(
                ",",
                java.util.stream.Stream.generate(() -> UUID.randomUUID().toString())
                        .limit(51)
                        .toList());
        refused(Api.nobody().get("/embed/v1/claims?ids=" + ids), 400);
        assertThat(Api.nobody().get("/embed/v1/claims?ids=" + ids.substring(37)).statusCode())
                .isEqualTo(200);
        for (var lang : List.of("", "xx", "%00", "../en", "a".repeat(5000))) {
            assertThat(Api.nobody()
                            .urlEncodingEnabled(false)
                            .get("/embed/v1/claims?ids=" + ids.substring(37) + "&lang=" + lang)
                            .statusCode())
                    .isIn(200, 400);
        }
    }

    private static String cursor(String... parameters) {
        Api.claim(Api.unique("We won"));
        Api.claim(Api.unique("We won"));
        var next = java.util.Arrays.copyOf(parameters, parameters.length + 2);
        next[parameters.length] = "limit";
        next[parameters.length + 1] = "1";
        return list(next).path("nextCursor");
    }

    private static Response list(String... parameters) {
        var request = Api.reviewer();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/claims");
    }
}
