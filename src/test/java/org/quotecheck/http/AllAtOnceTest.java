package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;

/** Members that depend on each other are told of together with those that are wrong by themselves, and once. */
@QuarkusTest
class AllAtOnceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /text is required unless html is given, /url is required",
                "{'url': 'https://u:p@a.example/', 'title': ''} | /text is required unless html is given, "
                        + "/title must have 1 to 500 characters, /url must not carry user information",
                "{'url': 'https://a.example:99999/', 'text': ' ', 'language': 1} | /language must be a string, "
                        + "/text must contain text, /url must have a valid port",
                "{'url': 'https://a.example/', 'text': 'a', 'html': 'b', 'z': 1} | /html must not be combined with text, "
                        + "/z is unknown",
                "{'url': 'https://a.example/', 'html': '<p> </p>', 'title': ''} | /html must contain text, "
                        + "/title must have 1 to 500 characters",
                "{'url': 'https://a.example/', 'text': 1, 'html': 'b'} | /html must not be combined with text, "
                        + "/text must be a string",
                "{'url': 'https://a.example/', 'html': 1} | /html must be a string",
                "{'url': 'https://a.example/', 'text': 'a\\u0000'} | /text must not contain the character U+0000"
            })
    void article(String body, String errors) {
        told(send(Api.submitter(), body).post("/v1/articles"), errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'z': 1} | /text is required unless html is given, /z is unknown",
                "{'text': '', 'language': '?'} | /language must be a BCP 47 language tag, /text must contain text"
            })
    void extraction(String body, String errors) {
        told(send(Api.submitter(), body).post("/v1/extractions"), errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'claimDate': 'x'} | /claimDate must be a date, /text is required unless quoteId is given",
                "{'text': 1} | /text must be a string",
                "{'text': '?!', 'claimDate': '0999-01-01'} | /claimDate must have a year from, /text must contain words",
                "{'quote': {}} | /article is required together with quote, /quote/exact is required, "
                        + "/text is required unless quoteId is given",
                "{'text': 'a', 'quote': 1} | /article is required together with quote, /quote must be an object",
                "{'text': 'a', 'quote': {'exact': 'a'}, 'article': 1} | /article must be an object",
                "{'quoteId': 1, 'quote': {'exact': 'a'}, 'article': {}} | /article must not be combined with quoteId, "
                        + "/article/url is required, /quote must not be combined with quoteId, /quoteId must be an id",
                "{'sources': [{'title': ' '}, {'reference': 1, 'title': 'T', 'role': 'context', 'publishedAt': '2099'}, 1]} "
                        + "| /sources/0/role is required, /sources/0/title must not be blank, "
                        + "/sources/0/url is required unless reference is given, /sources/1/publishedAt must have a year "
                        + "from, /sources/1/reference must be a string, /sources/2 must be an object, "
                        + "/text is required unless quoteId is given"
            })
    void claim(String body, String errors) {
        told(send(Api.submitter(), body).post("/v1/claims"), errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'claimDate': '2099-01-01', 'text': '?', 'language': null} | /claimDate must have a year from, "
                        + "/language is required, /text must contain words",
            })
    void words(String body, String errors) {
        var claim = Api.claim(Api.unique("We won"));
        told(send(Api.reviewer().header("If-Match", Api.etag(claim)), body).patch("/v1/claims/" + claim), errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'start': 5, 'end': 2, 'speaker': {}} | /end must be after start, /speaker/name is required",
                "{'start': -1, 'end': 200, 'exact': ''} | /end must not be combined with exact, "
                        + "/exact must have 1 to 5000 characters, /start must not be combined with exact",
                "{'speaker': 1} | /exact is required unless start and end are given, /speaker must be an object",
                "{'start': 'x', 'prefix': 'a'} | /end is required together with start, "
                        + "/prefix must not be combined with start and end, /start must be an integer",
                "{'exact': '?!', 'speaker': {'name': ''}} | /exact must contain words, /speaker/name must not be blank"
            })
    void quote(String body, String errors) {
        told(send(Api.submitter(), body).post("/v1/articles/" + article() + "/quotes"), errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'start': 5, 'kind': null, 'speaker': {}} | /end is required together with start, "
                        + "/kind must not be null, /speaker/name is required",
                "{'parts': [{'start': 9, 'end': 2}, {'start': 99}, {'start': -1, 'end': 5}]} | "
                        + "/parts/1/end is required",
                "{'parts': [{'start': 9, 'end': 2}, {'start': -1, 'end': 5}], 'kind': 'x'} | /kind must be one of, "
                        + "/parts/0/end must be after start, /parts/1/start must be a position in the text",
                "{'parts': 1, 'start': 0} | /parts must be an array"
            })
    void correctedQuote(String body, String errors) {
        var article = article();
        var quotes = "/v1/articles/" + article + "/quotes";
        var quote = Api.submitter().get(quotes).<String>path("items[0].id");
        var etag = Api.submitter().get("/v1/articles/" + article).header("ETag");
        told(send(Api.reviewer().header("If-Match", etag), body).patch(quotes + '/' + quote), errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'to': 'rejected', 'zz': 1} | /reason is required, /zz is unknown",
                "{'to': 'rejected', 'reason': 1, 'kind': 'x'} | /kind must be one of, /reason must be a string",
                "{'to': 'in_review', 'reason': 'a', 'comment': ''} | /comment must have 1 to 2000 characters, "
                        + "/reason must not be sent with this transition"
            })
    void transition(String body, String errors) {
        var claim = Api.claim(Api.unique("We won"));
        var request = send(Api.editor().header("If-Match", Api.etag(claim)), body);
        told(request.post("/v1/claims/" + claim + "/transitions"), errors);
    }

    @Test
    void proposalNamesAllThatIsMissing() {
        var claim = Door.claimInReview();
        var draft = "/v1/claims/" + claim + "/verdict-draft";
        send(Api.reviewer(), "{'explanation': 'a'}").put(draft).then().statusCode(201);
        var response = send(Api.reviewer().header("If-Match", Api.etag(claim)), "{'to': 'proposed', 'z': 1}")
                .post("/v1/claims/" + claim + "/transitions");
        assertThat(errors(response)).hasSizeGreaterThan(2).anyMatch(error -> error.startsWith("/z "));
    }

    @Test
    void place() {
        var claim = Api.claim(Api.unique("We won"));
        told(
                send(Api.reviewer(), "{'url': 'x', 'state': 'dropped', 'date': '2026-13-01'}")
                        .post("/v1/claims/" + claim + "/appearances"),
                "/date must be a date, /reason is required when state is dropped, /url must be an absolute");
    }

    @Test
    void draft() {
        told(
                Door.VERDICT_DRAFT.send(
                        "{\"summary\": \" \", \"sources\": [\"0198c0de-0000-7000-8000-000000000000\", null]}"
                                .getBytes(),
                        "application/json"),
                "/sources/0 does not identify a source, /sources/1 must not be null, /summary must not be blank");
    }

    @Test
    void match() {
        told(
                send(Api.nobody(), "{'text': 'a b', 'limit': 0, 'claimant': {}}")
                        .post("/v1/claims/match"),
                "/claimant/name is required, /limit must be a number from 1 to 100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'z': 1} |  must have urls, urlHashes or texts, /z is unknown",
                "{'urls': 'x', 'z': 1} | /urls must be an array, /z is unknown"
            })
    void lookUp(String body, String errors) {
        told(send(Api.nobody(), body).post("/v1/lookup"), errors);
    }

    @Test
    void longLists() {
        var names = "'a'" + ", 'a'".repeat(50);
        told(
                send(Api.submitter(), "{'url': 'https://a.example/', 'text': 'a', 'authors': [" + names + "]}")
                        .post("/v1/articles"),
                "/authors must have at most 50 items");
        told(
                Door.VERDICT_DRAFT.send("{\"sources\": []}".getBytes(), "application/json"),
                "/sources must have 1 to 100 items");
    }

    /** openapi.yaml has 413 before 422. */
    @Test
    void sizeBeforeMembers() {
        var text = "a".repeat(1024 * 1024 + 1);
        for (var body : List.of(
                Map.of("text", text, "title", ""),
                Map.of("html", "<p>" + text, "z", 1),
                Map.of("html", "x" + text.repeat(3)))) {
            refused(Api.submitter().contentType(ContentType.JSON).body(body).post("/v1/articles"), 413);
        }
    }

    private static String article() {
        return Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", Api.uniqueUrl(), "text", "\"We have won the cup,\" said Ann Lee."))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification send(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON).body(body.replace('\'', '"'));
    }

    private static void told(Response response, String expected) {
        var errors = errors(response);
        var starts = expected.split(", (?=/)");
        assertThat(errors).as(response.asString()).hasSameSizeAs(starts);
        for (int i = 0; i < starts.length; i++) {
            assertThat(errors.get(i).strip()).startsWith(starts[i]);
        }
    }

    private static List<String> errors(Response response) {
        refused(response, 422);
        return response.jsonPath().<Map<String, String>>getList("errors").stream()
                .map(error -> error.get("pointer") + ' ' + error.get("detail"))
                .toList();
    }
}
