package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;

/** What a person corrects in an article's quotes stays corrected. */
@QuarkusTest
class QuoteCorrectionsTest {

    private static final String OTHERS = "The river has never been cleaner.";

    private final String url = Api.uniqueUrl();
    private final String claimed = Api.unique("We mended 12 bridges in 2024");
    private final String words = claimed + ",";
    private final String text = "🚲 Engineer Ida Holm met the council.\n\n\"" + words
            + "\" Holm said.\n\nTom Reed was there. \"" + OTHERS + "\" Reed said.";
    private String article;

    @BeforeEach
    void submitArticle() {
        article = submit(Api.submitter(), text).then().statusCode(201).extract().path("id");
    }

    @Test
    void speakerOfAPersonOutlivesVersions() {
        var quote = id(words);
        correct(quote, "{\"speaker\": {\"name\": \"Tom Reed\", \"jobTitle\": \"Surveyor\"}}")
                .then()
                .statusCode(200)
                .body("origin", equalTo("person"))
                .body("speaker.name", equalTo("Tom Reed"))
                .body("speaker.jobTitle", equalTo("Surveyor"))
                .body("speaker", not(hasKey("rule")))
                .body("speaker", not(hasKey("confidence")))
                .body("attribution", nullValue());

        revise("It rained all day.\n\n" + text.replace("Holm said", "Ida Holm repeated"));

        one(quote)
                .then()
                .body("speaker", equalTo(Map.of("name", "Tom Reed", "type", "Person", "jobTitle", "Surveyor")))
                .body("anchorState", equalTo("exact"))
                .body("origin", equalTo("person"));
    }

    @Test
    void nobodyStaysNobody() {
        var quote = id(words);
        correct(quote, "{\"speaker\": null}").then().statusCode(200).body("$", not(hasKey("speaker")));
        revise("It rained.\n\n" + text);
        one(quote).then().body("$", not(hasKey("speaker"))).body("$", not(hasKey("speakerCandidates")));
        claim(quote).then().statusCode(201).body("$", not(hasKey("claimant")));
    }

    @Test
    void partsOfAPersonOutliveVersionsAndNoneIsFoundOverThem() {
        var quote = id(words);
        int start = one(quote).path("start");
        int middle = start + "We mended 12 bridges".length();
        var parts = "{\"parts\": [{\"start\": %d, \"end\": %d}, {\"start\": %d, \"end\": %d}]}"
                .formatted(start, start + 9, start + 9, middle);
        correct(quote, parts)
                .then()
                .statusCode(200)
                .body("exact", equalTo("We mended … 12 bridges"))
                .body("parts", hasSize(2))
                .body("end", equalTo(middle))
                .body("speaker.name", equalTo("Ida Holm"));

        revise("It rained all day.\n\n" + text);

        quotes().then().body("items.exact", equalTo(List.of("We mended … 12 bridges", OTHERS)));
        one(quote)
                .then()
                .body("parts.exact", equalTo(List.of("We mended", "12 bridges")))
                .body("start", equalTo(start + "It rained all day.\n\n".length()))
                .body("speaker.name", equalTo("Ida Holm"));
    }

    @Test
    void kindAloneIsCorrected() {
        var quote = id(words);
        correct(quote, "{\"kind\": \"mixed\"}")
                .then()
                .statusCode(200)
                .body("kind", equalTo("mixed"))
                .body("exact", equalTo(words))
                .body("speaker.rule", not(nullValue()));
        correct(quote, "{}").then().statusCode(200).body("kind", equalTo("mixed"));
    }

    @Test
    void removedQuoteIsNotFoundAgainUntilSomebodyMarksItsWords() {
        var quote = id(words);
        int start = one(quote).path("start");
        int end = one(quote).path("end");
        removal(Api.submitter(), quote).then().statusCode(204);
        refused(removal(Api.submitter(), quote), 404);
        quotes().then().body("items.exact", equalTo(List.of(OTHERS)));
        invalid(claim(quote), "/quoteId");

        revise("It rained.\n\n" + text);
        quotes().then().body("items.exact", equalTo(List.of(OTHERS)));
        revise("It rained all day, and nobody was quoted.");
        revise(text);
        quotes().then().body("items.exact", equalTo(List.of(OTHERS)));
        Api.nobody().get("/v1/articles/" + article).then().body("quotes.exact", equalTo(List.of(OTHERS)));

        add(Map.of("start", start, "end", end))
                .then()
                .statusCode(201)
                .body("id", equalTo(quote))
                .body("speaker.name", equalTo("Ida Holm"));
        quotes().then().body("items.id", hasItem(quote));
    }

    @Test
    void onlyItsFirstSubmitterAndReviewersCorrect() {
        var quote = id(words);
        var speaker = "{\"speaker\": {\"name\": \"Tom Reed\"}}";
        refused(patch(Api.nobody(), quote, speaker), 401);
        refused(patch(Api.as("pia", "publisher"), quote, speaker), 403);
        refused(patch(Api.as("otto", "submitter"), quote, speaker), 403);
        refused(removal(Api.as("otto", "submitter"), quote), 403);
        patch(Api.reviewer(), quote, speaker).then().statusCode(200);
        removal(Api.reviewer(), quote).then().statusCode(204);
    }

    @Test
    void publishedWordsAreOnlyForReviewers() {
        var quote = id(words);
        var claim = claim(quote).then().statusCode(201).extract().<String>path("id");
        correct(quote, "{\"kind\": \"mixed\"}").then().statusCode(200);
        Api.publish(claim, "mostly_true");
        refused(correct(quote, "{\"speaker\": {\"name\": \"Tom Reed\"}}"), 403);
        refused(removal(Api.submitter(), quote), 403);

        patch(Api.reviewer(), quote, "{\"speaker\": {\"name\": \"Tom Reed\"}}")
                .then()
                .statusCode(200);
        Api.nobody().get("/v1/claims/" + claim).then().body("claimant.name", equalTo("Ida Holm"));
        removal(Api.reviewer(), quote).then().statusCode(204);
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("text", equalTo(claimed))
                .body("appearances.url", contains(url));
        Api.nobody()
                .get("/embed/v1/articles?url=" + url)
                .then()
                .statusCode(200)
                .body("claims[0].quotes[0].exact", equalTo(words))
                .body("claims[0].quotes[0].anchorState", equalTo("orphaned"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                            |
            {"words": "We"}                                               | /words
            {"start": 1}                                                  | /end
            {"end": 4}                                                    | /start
            {"start": 4, "end": 4}                                        | /end
            {"start": -1, "end": 4}                                       | /start
            {"start": 99999, "end": 100000}                               | /start
            {"start": 4, "end": 100000}                                   | /end
            {"start": 0, "end": 2}                                        | /start
            {"start": 4.5, "end": 9}                                      | /start
            {"start": null, "end": 9}                                     | /start
            {"kind": "indirect"}                                          | /kind
            {"kind": null}                                                | /kind
            {"parts": null}                                               | /parts
            {"parts": []}                                                 | /parts
            {"parts": {}}                                                 | /parts
            {"parts": [null]}                                             | /parts/0
            {"parts": [{"start": 2}]}                                     | /parts/0/end
            {"parts": [{"start": 2, "end": 10, "exact": "We"}]}           | /parts/0/exact
            {"parts": [{"start": 9, "end": 2}]}                           | /parts/0/end
            {"parts": [{"start": 2, "end": 10}, {"start": 5, "end": 14}]} | /parts/1/start
            {"parts": [{"start": 11, "end": 19}, {"start": 2, "end": 9}]} | /parts/1/start
            {"parts": [{"start": 2, "end": 10}], "start": 2, "end": 10}   | /parts
            {"speaker": "Tom"}                                            | /speaker
            {"speaker": {}}                                               | /speaker/name
            {"speaker": {"name": " "}}                                    | /speaker/name
            {"speaker": {"name": "Tom", "type": "Robot"}}                 | /speaker/type
            {"speaker": {"name": "Tom", "jobTitle": ""}}                  | /speaker/jobTitle
            {"speaker": {"name": "Tom", "rule": "given"}}                 | /speaker/rule
            {"speaker": {"name": "Tom\\u202egp"}}                         | /speaker/name
            """)
    void whatIsWrongIsNamed(String body, String pointer) {
        var quote = id(words);
        invalid(correct(quote, body), pointer == null ? "" : pointer);
        one(quote).then().body("origin", equalTo("machine"));
    }

    @Test
    void whatIsMissingAndWhatIsStaleIsReported() {
        var quote = id(words);
        var body = "{\"kind\": \"mixed\"}";
        refused(patch(Api.submitter(), UUID.randomUUID().toString(), body), 404);
        var elsewhere = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", Api.uniqueUrl(), "text", text))
                .post("/v1/articles")
                .<String>path("quotes[0].id");
        refused(patch(Api.submitter(), elsewhere, body), 404);
        refused(Api.submitter().contentType(ContentType.JSON).body(body).patch(path(quote)), 428);
        refused(
                Api.submitter()
                        .header("If-Match", "\"77\"")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .patch(path(quote)),
                412);
        refused(Api.submitter().delete(path(quote)), 428);
        refused(correct(quote, "{\"kind\": "), 400);
    }

    @Test
    void wordsThatAreAnotherQuoteAreRefused() {
        var quote = id(words);
        int start = one(quote).path("start");
        int end = one(quote).path("end");
        assertThat(refused(correct(id(OTHERS), "{\"start\": %d, \"end\": %d}".formatted(start, end)), 409)
                        .<String>path("quote"))
                .isEqualTo(quote);
        var place = Map.<String, Object>of("start", start, "end", end);
        add(place).then().statusCode(200).body("id", equalTo(quote));
        add(with(place, "speaker", Map.of("name", "Ida Holm"))).then().statusCode(200);
        assertThat(refused(add(with(place, "speaker", Map.of("name", "Tom Reed"))), 409)
                        .<String>path("quote"))
                .isEqualTo(quote);
    }

    @Test
    void placesOfWordsThatOccurSeveralTimesAreListed() {
        revise("Blue door. " + "Green door. ".repeat(24));
        var several = invalid(add(Map.of("exact", "Green door")), "/exact");
        assertThat(several.<List<?>>path("places")).hasSize(20);
        assertThat(several.<Integer>path("places[1].start")).isEqualTo(23);
        assertThat(several.<String>path("places[0].prefix")).isEqualTo("Blue door. ");
        add(Map.of("exact", "Green door", "prefix", "Blue door. "))
                .then()
                .statusCode(201)
                .body("start", equalTo(11));
    }

    @Test
    void spacesAtTheEndsAreDropped() {
        int start = one(id(words)).path("start");
        add(Map.of("start", start + 2, "end", start + 10))
                .then()
                .statusCode(201)
                .body("exact", equalTo("mended"))
                .body("start", equalTo(start + 3))
                .body("origin", equalTo("person"));
    }

    @Test
    void correctionAndNewVersionAtOnceLoseNothing() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 12; round++) {
                var quote = id(words);
                var name = "Tom Reed " + "I".repeat(round + 1);
                var etag = etag();
                var next = "Day %d.\n\n".formatted(round) + text;
                var answers = threads.invokeAll(List.<Callable<Response>>of(
                        () -> Api.submitter()
                                .header("If-Match", etag)
                                .contentType(ContentType.JSON)
                                .body(Map.of("speaker", Map.of("name", name)))
                                .patch(path(quote)),
                        () -> submit(Api.submitter(), next)));
                int corrected = answers.get(0).get().statusCode();
                assertThat(answers.get(1).get().statusCode()).isEqualTo(201);
                assertThat(corrected).isIn(200, 412);
                one(quote).then().body("exact", equalTo(words));
                if (corrected == 200) {
                    one(quote).then().body("speaker.name", equalTo(name));
                }
                quotes().then().body("items", hasSize(2));
            }
        }
    }

    private static Map<String, Object> with(Map<String, Object> members, String name, Object value) {
        var all = new HashMap<>(members);
        all.put(name, value);
        return all;
    }

    private String id(String exact) {
        return quotes().path("items.find { it.exact == '" + exact + "' }.id");
    }

    private Response quotes() {
        return Api.nobody().get("/v1/articles/" + article + "/quotes");
    }

    /** A quote as it is now, as an answer by itself. */
    private Response one(String quote) {
        var etag = etag();
        return Api.reviewer()
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body("{}")
                .patch(path(quote));
    }

    private String etag() {
        return Api.nobody().get("/v1/articles/" + article).header("ETag");
    }

    private Response correct(String quote, String body) {
        return patch(Api.submitter(), quote, body);
    }

    private Response patch(RequestSpecification who, String quote, String body) {
        return who.header("If-Match", etag())
                .contentType(ContentType.JSON)
                .body(body)
                .patch(path(quote));
    }

    private Response removal(RequestSpecification who, String quote) {
        return who.header("If-Match", etag()).delete(path(quote));
    }

    private Response add(Map<String, ?> quote) {
        return Api.submitter().contentType(ContentType.JSON).body(quote).post("/v1/articles/" + article + "/quotes");
    }

    private static Response claim(String quote) {
        return Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", quote))
                .post("/v1/claims");
    }

    private void revise(String text) {
        submit(Api.submitter(), text).then().statusCode(201);
    }

    private Response submit(RequestSpecification who, String text) {
        return who.contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", text))
                .post("/v1/articles");
    }

    private String path(String quote) {
        return "/v1/articles/" + article + "/quotes/" + quote;
    }
}
