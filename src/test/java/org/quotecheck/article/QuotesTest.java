package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** {@code /v1/articles/{id}/quotes}, and what becomes of quotes in the next version. */
@QuarkusTest
class QuotesTest {

    private static final String TEXT =
            "🚗 Mayor Ann Lee said that the town has no debt. \"We won the vote,\" she said. The town has a pool.";
    private static final String WORDS = "the town has no debt";

    private final String url = Api.uniqueUrl();

    @Test
    void wordsAreAddedByTheirPosition() {
        var article = article(TEXT);
        int start = TEXT.codePointCount(0, TEXT.indexOf(WORDS));
        var before = Api.nobody().get(path(article)).header("ETag");
        var added = add(article, Map.of("start", start, "end", start + WORDS.length()));
        added.then()
                .statusCode(201)
                .body("exact", equalTo(WORDS))
                .body("start", equalTo(start))
                .body("kind", equalTo("mixed"))
                .body("prefix", equalTo("🚗 Mayor Ann Lee said that "))
                .body("anchorState", equalTo("exact"))
                .body("anchorScore", nullValue())
                .body("speaker", nullValue());
        assertThat(added.header("ETag"))
                .isNotEqualTo(before)
                .isEqualTo(Api.nobody().get(path(article)).header("ETag"));
        Api.nobody().get(path(article)).then().body("items.exact", equalTo(List.of(WORDS, "We won the vote,")));
    }

    @Test
    void wordsAreAddedByThemselvesHoweverTheyAreSpelled() {
        var article = article("Lee said: the town’s\u00a0debt — all of it — is gone. The town's debt!");
        add(
                        article,
                        Map.of(
                                "exact",
                                "the town's debt - all of it - is gone",
                                "speaker",
                                Map.of("name", "Town of Eastmoor", "type", "Organization")))
                .then()
                .statusCode(201)
                .body("exact", equalTo("the town’s\u00a0debt — all of it — is gone"))
                .body("speaker.name", equalTo("Town of Eastmoor"))
                .body("speaker.type", equalTo("Organization"))
                .body("speaker.rule", nullValue())
                .body("speaker.confidence", nullValue());
    }

    @Test
    void contextTellsApartWordsThatOccurTwice() {
        var article = article(TEXT);
        add(article, Map.of("exact", "The town has", "prefix", "she said. "))
                .then()
                .statusCode(201)
                .body("start", equalTo(TEXT.codePointCount(0, TEXT.lastIndexOf("The town has"))));
    }

    @Test
    void wordsInsideAQuoteHaveItsSpeaker() {
        var article = article("\"We won the vote of the council,\" said Ann Lee.");
        add(article, Map.of("exact", "the vote"))
                .then()
                .statusCode(201)
                .body("speaker.name", equalTo("Ann Lee"))
                .body("kind", equalTo("direct"));
    }

    @Test
    void quoteThatIsKnownIsAnswered() {
        var article = article(TEXT);
        var known = Api.nobody().get(path(article)).<String>path("items[0].id");
        var etag = Api.nobody().get(path(article)).header("ETag");
        var again = add(article, Map.of("exact", "We won the vote,"));
        again.then().statusCode(200).body("id", equalTo(known));
        assertThat(again.header("ETag")).isEqualTo(etag);
    }

    @Test
    void missingWordsAreAnsweredWithTheNearestMatch() {
        var article = article("\"We cut the debt of the town by 40 percent,\" said Ann Lee.");
        var near = invalid(add(article, Map.of("exact", "We cut the debt of our town by 40 percent,")), "/exact");
        assertThat(near.<String>path("bestMatch.exact")).isEqualTo("We cut the debt of the town by 40 percent,");
        assertThat(near.<Float>path("bestMatch.score")).isBetween(0.8f, 0.99f);
        assertThat(invalid(add(article, Map.of("exact", "Nobody said a word of any of this")), "/exact")
                        .<Object>path("bestMatch"))
                .isNull();
    }

    @Test
    void positionsOutsideTheTextAreNamed() {
        var article = article("\"We won the vote,\" said Ann Lee.");
        invalid(add(article, Map.of("start", -1, "end", 5)), "/start");
        invalid(add(article, Map.of("start", 32, "end", 33)), "/start");
        invalid(add(article, Map.of("start", 31, "end", 32)), "/start");
        invalid(add(article, Map.of("start", 5, "end", 5)), "/end");
        invalid(add(article, Map.of("start", 5, "end", 33)), "/end");
        invalid(add(article, Map.of("start", 5)), "/end");
        invalid(add(article, Map.of("end", 5)), "/start");
        invalid(add(article, Map.of("start", 1.5, "end", 5)), "/start");
        invalid(add(article, Map.of("start", 1, "end", 5, "exact", "We")), "/start");
        invalid(add(article, Map.of("start", 1, "end", 5, "prefix", "\"")), "/prefix");
        invalid(add(article, Map.of()), "/exact");
        invalid(add(article, Map.of("exact", "…")), "/exact");
        Api.nobody().get(path(article)).then().body("items", hasSize(1));
    }

    @Test
    void onlySubmittersAddQuotes() {
        var article = article(TEXT);
        refused(add(Api.nobody(), article, Map.of("exact", WORDS)), 401);
        refused(add(Api.as("pia", "publisher"), article, Map.of("exact", WORDS)), 403);
        refused(add(UUID.randomUUID().toString(), Map.of("exact", WORDS)), 404);
    }

    @Test
    void sameRequestAtOnceAddsOneQuote() throws Exception {
        var article = article(TEXT);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var requests = IntStream.range(0, 6)
                    .<Callable<Response>>mapToObj(i -> () -> add(article, Map.of("exact", WORDS)))
                    .toList();
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsOnlyOnce(201)
                    .containsOnly(200, 201);
            assertThat(answers)
                    .extracting(answer -> answer.path("id"))
                    .containsOnly(answers.getFirst().<String>path("id"));
        }
        Api.nobody().get(path(article)).then().body("items", hasSize(2));
    }

    @Test
    void keyIsReplayed() {
        var article = article(TEXT);
        var key = UUID.randomUUID().toString();
        var first = add(Api.submitter().header("Idempotency-Key", key), article, Map.of("exact", WORDS));
        var second = add(Api.submitter().header("Idempotency-Key", key), article, Map.of("exact", WORDS));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void pagesHoldEachQuoteOnceWhileQuotesAreAdded() {
        var text = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> "\"We won vote number " + i + " of the day,\" said Ann Lee.")
                .collect(Collectors.joining("\n\n"));
        var article = article(text);
        var seen = new ArrayList<String>();
        var next = path(article) + "?limit=3";
        for (int pages = 1; next != null; pages++) {
            var page = Api.nobody()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.exact", String.class));
            next = page.header("Link") == null ? null : page.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
            assertThat(page.<String>path("nextCursor") == null).isEqualTo(next == null);
            add(article, Map.of("exact", "vote number 1 of")).then().statusCode(pages == 1 ? 201 : 200);
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=x", "cursor=MQ"})
    void pagesThatCannotBeAreRefused(String query) {
        refused(Api.nobody().get(path(article(TEXT)) + "?" + query), 400);
    }

    @Test
    void cursorOfAnotherArticleIsRefused() {
        var text = "\"We won the vote,\" said Ann Lee. \"We won it again,\" said Tom Boyd.";
        var cursor = Api.nobody().get(path(article(text)) + "?limit=1").<String>path("nextCursor");
        var other = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", Api.uniqueUrl(), "text", text))
                .post("/v1/articles")
                .<String>path("id");
        refused(Api.nobody().get(path(other) + "?limit=1&cursor=" + cursor), 400);
    }

    @Test
    void changedWordsAreMovedAndKeepTheirClaimsWords() {
        var article = article("\"We built 40 new schools in the town,\" said Ann Lee.");
        var quote = Api.nobody().get(path(article)).<String>path("items[0].id");
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", quote, "text", Api.unique("We built 40")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.publish(claim, "false");
        revise("Later on Monday.\n\n\"We built 14 new schools in the town,\" said Ann Lee.");
        Api.nobody()
                .get(path(article))
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(quote))
                .body("items[0].anchorState", equalTo("moved"))
                .body("items[0].exact", equalTo("We built 14 new schools in the town,"))
                .body("items[0].start", equalTo(19));
        assertThat(Api.nobody().get(path(article)).<Float>path("items[0].anchorScore"))
                .isBetween(0.7f, 0.99f);
        Api.nobody()
                .get("/embed/v1/articles?url=" + url)
                .then()
                .statusCode(200)
                .body("claims[0].quotes[0].exact", equalTo("We built 40 new schools in the town,"))
                .body("claims[0].quotes[0].anchorState", equalTo("moved"))
                .body("claims[0].quotes[0].parts[0].start", equalTo(1));
        revise("Nobody said a word.");
        Api.nobody()
                .get(path(article))
                .then()
                .body("items[0].anchorState", equalTo("orphaned"))
                .body("items[0].anchorScore", nullValue());
    }

    @Test
    void addedQuoteIsAnchoredToo() {
        var article = article(TEXT);
        var id = add(article, Map.of("exact", WORDS)).<String>path("id");
        article("News.\n\n" + TEXT.replace("debt.", "debt at all."));
        Api.nobody()
                .get(path(article))
                .then()
                .body("items", hasSize(2))
                .body("items[0].id", equalTo(id))
                .body("items[0].anchorState", equalTo("exact"))
                .body("items[0].exact", equalTo(WORDS));
    }

    @Test
    void quotesThatAnAnswerCannotHoldAreLeftOut() {
        var text = IntStream.range(0, 9_000)
                .mapToObj(i -> "\"We won the vote " + i + "\u0001\u0001\u0001,\" said Ann Lee.")
                .collect(Collectors.joining("\n"));
        var answer = submit(text);
        assertThat(answer.asByteArray().length).isBetween(2_000_000, 5_500_000);
        int kept = answer.jsonPath().getList("quotes").size();
        answer.then()
                .statusCode(201)
                .body("quotesLeftOut", equalTo(9_000 - kept))
                .body("quotes[0].start", equalTo(1));
        invalid(add(answer.path("id"), Map.of("exact", "We won the vote 8999")), "");
        var extracted = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/v1/extractions");
        assertThat(extracted.asByteArray().length).isLessThan(5_500_000);
        assertThat(extracted.jsonPath().getList("quotes").size() + extracted.<Integer>path("quotesLeftOut"))
                .isEqualTo(9_000);
    }

    private String article(String text) {
        return submit(text).then().statusCode(201).extract().path("id");
    }

    /** Where a verdict is shown, only reviewers change the text at once. */
    private void revise(String text) {
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", text))
                .post("/v1/articles")
                .then()
                .statusCode(201);
    }

    private Response submit(String text) {
        return Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", text))
                .post("/v1/articles");
    }

    private static Response add(String article, Map<String, ?> quote) {
        return add(Api.submitter(), article, quote);
    }

    private static Response add(RequestSpecification who, String article, Map<String, ?> quote) {
        return who.contentType(ContentType.JSON).body(quote).post(path(article));
    }

    private static String path(String article) {
        return "/v1/articles/" + article + "/quotes";
    }
}
