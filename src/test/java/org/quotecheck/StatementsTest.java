package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.task.RemoveContent;

/**
 * What requests cost in SQL statements; a batch of inserts is one. More than here is a mistake, fewer is a gain to
 * write down. What the public reads does mostly without the ORM: there the driver's exchanges with the database count.
 */
@QuarkusTest
class StatementsTest {

    @Inject
    SessionFactory sessions;

    @Test
    void intakeWithElevenQuotes() {
        var url = Api.uniqueUrl();
        var text = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> "\"We won vote number " + i + ",\" said Ann Lee.")
                .collect(Collectors.joining("\n\n"));
        assertThat(statements(() -> submit(url, text, 201))).isEqualTo(5);
        assertThat(statements(() -> submit(url, text, 200)))
                .as("the same again")
                .isEqualTo(2);
        assertThat(statements(() -> submit(url, "New.\n\n" + text, 201)))
                .as("the next version")
                .isEqualTo(7);
    }

    @Test
    void quotesOfAnArticle() {
        var url = Api.uniqueUrl();
        submit(
                url,
                IntStream.rangeClosed(1, 11)
                        .mapToObj(i -> "\"We won vote number " + i + ",\" said Ann Lee.")
                        .collect(Collectors.joining("\n\n")),
                201);
        var path = "/v1/articles/"
                + Api.nobody().queryParam("url", url).get("/v1/articles/by-url").path("id") + "/quotes";
        assertThat(statements(() -> Api.nobody()
                        .get(path + "?limit=5")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(5))))
                .isEqualTo(2);
        var page = Api.nobody().get(path + "?limit=5");
        assertThat(statements(() -> Api.nobody()
                        .get(path + "?limit=5&cursor=" + page.path("nextCursor"))
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(5))))
                .as("the next page")
                .isEqualTo(2);
        assertThat(statements(() -> Api.nobody()
                        .header("If-None-Match", page.header("ETag"))
                        .get(path + "?limit=5")
                        .then()
                        .statusCode(304)))
                .as("unchanged")
                .isEqualTo(1);
        assertThat(statements(() -> Api.submitter()
                        .contentType(ContentType.JSON)
                        .body(Map.of("exact", "vote number 7"))
                        .post(path)
                        .then()
                        .statusCode(201)))
                .as("one more")
                .isEqualTo(5);
    }

    @Test
    void claimRead() {
        var claim = published();
        assertThat(exchanges(
                        () -> Api.nobody().get("/v1/claims/" + claim).then().statusCode(200)))
                .as("no transaction")
                .isEqualTo(1);
        assertThat(statements(
                        () -> Api.reviewer().get("/v1/claims/" + claim).then().statusCode(200)))
                .as("by the entities")
                .isEqualTo(5);
        var etag = Api.nobody().get("/v1/claims/" + claim).header("ETag");
        assertThat(exchanges(() -> Api.nobody()
                        .header("If-None-Match", etag)
                        .get("/v1/claims/" + claim)
                        .then()
                        .statusCode(304)))
                .as("unchanged")
                .isEqualTo(1);
    }

    @Test
    void feedOfVerdicts() {
        published();
        assertThat(exchanges(
                        () -> Api.nobody().get("/feeds/verdicts.json").then().statusCode(200)))
                .as("rendered")
                .isEqualTo(2);
        assertThat(exchanges(
                        () -> Api.nobody().get("/feeds/verdicts.json").then().statusCode(200)))
                .as("the same again")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query=won",
                "query=won&languageCode=en&maxAgeDays=3&pageSize=1",
                "reviewPublisherSiteFilter=SITE&pageSize=1",
                "reviewPublisherSiteFilter=other.example"
            })
    void pageOfASearchOfOthersClients(String query) {
        published();
        var address = "/v1alpha1/claims:search?" + query.replace("SITE", Browser.service());
        var token = new AtomicReference<String>();
        long most = query.contains("other") ? 0 : 1;
        assertThat(exchanges(() -> token.set(Api.nobody()
                        .urlEncodingEnabled(false)
                        .get(address)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("nextPageToken"))))
                .isEqualTo(most);
        if (token.get() != null) {
            assertThat(exchanges(() -> Api.nobody()
                            .urlEncodingEnabled(false)
                            .get(address + "&pageToken=" + token)
                            .then()
                            .statusCode(200)))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "search_fact_checks, query, won, 2",
        "fact_checks_for_article, url, https://news.example/none, 1",
        "list_corrections, since, 2020-01-01, 2",
        "get_fact_check, id, 00000000-0000-7000-8000-000000000000, 1"
    })
    void toolOfAssistants(String tool, String argument, String value, long most) {
        published();
        var call = Map.of(
                "jsonrpc",
                "2.0",
                "id",
                1,
                "method",
                "tools/call",
                "params",
                Map.of("name", tool, "arguments", Map.of(argument, value)));
        assertThat(exchanges(() -> Api.nobody()
                        .contentType(ContentType.JSON)
                        .body(call)
                        .post("/mcp")
                        .then()
                        .statusCode(200)))
                .isBetween(1L, most);
    }

    @Test
    void feedOfCorrections() {
        RemoveContent.correct(published(), "Corrected.");
        assertThat(exchanges(
                        () -> Api.nobody().get("/feeds/corrections.atom").then().statusCode(200)))
                .as("rendered")
                .isEqualTo(2);
        assertThat(exchanges(
                        () -> Api.nobody().get("/feeds/corrections.atom").then().statusCode(200)))
                .as("the same again")
                .isEqualTo(1);
    }

    @Test
    void listOfTwenty() {
        var word = "w" + UUID.randomUUID().toString().replace("-", "");
        for (int i = 0; i < 20; i++) {
            Api.claim(word + " " + i);
        }
        Api.publish(Api.claim(word + " published"), "false");
        assertThat(statements(() -> Api.reviewer()
                        .queryParam("q", word)
                        .get("/v1/claims")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(20))))
                .as("one by JDBC, and four by the entities")
                .isEqualTo(4);
        assertThat(exchanges(() -> Api.nobody()
                        .queryParam("q", word)
                        .get("/v1/claims")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))))
                .isEqualTo(2);
    }

    @Test
    void reviewersLists() {
        var claim = published();
        assertThat(statements(() -> Api.reviewer()
                        .get("/v1/claims/" + claim + "/history")
                        .then()
                        .statusCode(200)))
                .as("history")
                .isEqualTo(2);
        assertThat(statements(() -> Api.reviewer().get("/v1/reports").then().statusCode(200)))
                .as("reports")
                .isEqualTo(1);
        assertThat(statements(() -> Api.reviewer()
                        .get("/v1/claims/" + claim + "/sources")
                        .then()
                        .statusCode(200)))
                .as("sources")
                .isEqualTo(2);
        assertThat(statements(() -> Api.nobody()
                        .get("/v1/claims/" + claim + "/verdict-revisions")
                        .then()
                        .statusCode(200)))
                .as("revisions")
                .isEqualTo(1);
        assertThat(statements(() -> Api.nobody().get("/v1/corrections").then().statusCode(200)))
                .as("corrections")
                .isLessThanOrEqualTo(2);
        Api.claim(Api.unique("We won"));
        assertThat(statements(
                        () -> Api.reviewer().get("/v1/review-queue").then().statusCode(200)))
                .as("queue")
                .isLessThanOrEqualTo(5);
    }

    @Test
    void whatWorkingTogetherReads() {
        var claim = published();
        var path = "/v1/claims/" + claim;
        Api.editor().get("/v1/me").then().statusCode(200);
        Api.reviewer().get("/v1/me").then().statusCode(200);
        Api.submitter().get("/v1/me").then().statusCode(200);
        assertThat(statements(() -> Api.reviewer().get(path).then().statusCode(200)))
                .as("with moves")
                .isEqualTo(5);
        assertThat(statements(
                        () -> Api.nobody().get(path + "/appearances").then().statusCode(200)))
                .as("appearances")
                .isEqualTo(3);
        assertThat(statements(
                        () -> Api.reviewer().get(path + "/comments").then().statusCode(200)))
                .as("comments")
                .isEqualTo(2);
        assertThat(statements(() -> Api.reviewer()
                        .get(path + "/verdict-draft/preview")
                        .then()
                        .statusCode(200)))
                .as("preview")
                .isEqualTo(5);
        assertThat(statements(
                        () -> Api.submitter().get("/v1/submissions").then().statusCode(200)))
                .as("submissions")
                .isEqualTo(1);
        assertThat(statements(() -> Api.submitter().get("/v1/me").then().statusCode(200)))
                .as("me")
                .isEqualTo(1);
        assertThat(exchanges(() -> Api.reviewer().get("/v1/reviewers").then().statusCode(200)))
                .as("reviewers")
                .isEqualTo(1);
    }

    @Test
    void duplicateRead() {
        var survivor = published();
        var duplicate = Api.claim(Api.unique("We won"));
        Api.move(Api.reviewer(), duplicate, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        assertThat(statements(() -> Api.nobody()
                        .redirects()
                        .follow(false)
                        .get("/v1/claims/" + duplicate)
                        .then()
                        .statusCode(308)))
                .isEqualTo(2);
    }

    @Test
    void listByEveryFilter() {
        var filters = Map.of(
                "q",
                "won",
                "status",
                "published",
                "rating",
                "false",
                "claimant",
                "Ann Lee",
                "publisher",
                "news.example",
                "language",
                "en",
                "articleUrl",
                "https://news.example/",
                "updatedSince",
                "2020-01-01T00:00:00Z");
        published();
        assertThat(exchanges(() -> Api.nobody()
                        .queryParams(filters)
                        .get("/v1/claims")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(0))))
                .isEqualTo(1);
        assertThat(exchanges(() -> Api.submitter()
                        .queryParam("q", "won")
                        .get("/v1/claims")
                        .then()
                        .statusCode(200)))
                .as("own and published, the own ones by the entities in a transaction")
                .isEqualTo(7);
    }

    @Test
    void match() {
        Api.publish(Api.claim(Api.unique("The zeppelin of Uxbury won 12 prizes")), "false");
        assertThat(exchanges(() -> Api.nobody()
                        .contentType(ContentType.JSON)
                        .body(Map.of("text", "Uxbury's zeppelin won 12 prizes"))
                        .post("/v1/claims/match")
                        .then()
                        .statusCode(200)
                        .body("items.size()", greaterThan(0))))
                .isEqualTo(2);
    }

    @Test
    void embedOfClaims() {
        var path = "/embed/v1/claims?ids=" + published() + "," + UUID.randomUUID();
        assertThat(exchanges(() -> Api.nobody().get(path).then().statusCode(200).body("claims", hasSize(1))))
                .as("cold")
                .isEqualTo(1);
        assertThat(exchanges(() -> Api.nobody().get(path).then().statusCode(200).body("claims", hasSize(1))))
                .as("warm")
                .isZero();
        var etag = Api.nobody().get(path).header("ETag");
        assertThat(exchanges(() -> Api.nobody()
                        .header("If-None-Match", etag)
                        .get(path)
                        .then()
                        .statusCode(304)))
                .as("304 warm")
                .isZero();
    }

    @Test
    void embedInAnotherLanguage() {
        var path = "/embed/v1/claims?ids=" + published() + "&lang=";
        assertThat(exchanges(() -> Api.nobody().get(path).then().statusCode(200)))
                .as("that of its verdict")
                .isEqualTo(1);
        assertThat(exchanges(() -> Api.nobody().get(path + "de").then().statusCode(200)))
                .as("another")
                .isEqualTo(1);
        assertThat(exchanges(() -> Api.nobody().get(path + "de-AT").then().statusCode(200)))
                .as("the same by another name")
                .isZero();
    }

    @Test
    void embedOfAnArticle() {
        published();
        var path = "/embed/v1/articles?url=https://news.example/" + UUID.randomUUID();
        assertThat(exchanges(() -> Api.nobody().get(path).then().statusCode(200)))
                .as("cold")
                .isEqualTo(1);
        assertThat(exchanges(() -> Api.nobody().get(path).then().statusCode(200)))
                .as("warm")
                .isZero();
        var etag = Api.nobody().get(path).header("ETag");
        assertThat(exchanges(() -> Api.nobody()
                        .header("If-None-Match", etag)
                        .get(path)
                        .then()
                        .statusCode(304)))
                .as("304 warm")
                .isZero();
    }

    @Test
    void changedClaimIsReadAgain() {
        var claim = published();
        Api.nobody().get("/embed/v1/claims?ids=" + claim).then().statusCode(200);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        assertThat(exchanges(() -> Api.nobody()
                        .get("/embed/v1/claims?ids=" + claim)
                        .then()
                        .statusCode(200)
                        .body("claims[0].underReview", org.hamcrest.Matchers.equalTo(true))))
                .isEqualTo(1);
    }

    @Test
    void manyQuestionsAtOnce() {
        var urls = IntStream.range(0, 40).mapToObj(i -> Api.uniqueUrl()).toList();
        var texts = urls.stream().limit(10).map(StatementsTest::publishedOn).toList();
        var question = Map.of("urls", urls, "texts", texts);
        assertThat(exchanges(() -> Api.nobody()
                        .contentType(ContentType.JSON)
                        .body(question)
                        .post("/v1/lookup")
                        .then()
                        .statusCode(200)
                        .body("urls.claims.flatten()", hasSize(10))))
                .isEqualTo(3);
        assertThat(exchanges(() -> Api.nobody()
                        .contentType(ContentType.JSON)
                        .body(Map.of("texts", texts))
                        .post("/v1/lookup")
                        .then()
                        .statusCode(200)))
                .isEqualTo(2);
    }

    /** A published claim that stands on that page; its words. */
    private static String publishedOn(String url) {
        var text = Api.unique("We won");
        var claim = Api.claim(text, url);
        Api.confirm(claim);
        Api.publish(claim, "false");
        return text;
    }

    private static long exchanges(Runnable request) {
        var driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        var counted = new AtomicLong();
        var counter = new Handler() {
            @Override
            public void publish(LogRecord told) {
                if (told.getMessage().contains("FE=> Sync")) {
                    counted.incrementAndGet();
                }
            }

            @Override
            public void flush() {
                // nothing is kept
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
        driver.setLevel(Level.ALL);
        driver.setUseParentHandlers(false);
        driver.addHandler(counter);
        try {
            request.run();
        } finally {
            driver.removeHandler(counter);
            driver.setUseParentHandlers(true);
            driver.setLevel(null);
        }
        return counted.get();
    }

    private long statements(Runnable request) {
        long before = sessions.getStatistics().getPrepareStatementCount();
        request.run();
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }

    private static void submit(String url, String text, int status) {
        Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", text))
                .post("/v1/articles")
                .then()
                .statusCode(status)
                .body("quotes", hasSize(11));
    }

    private static String published() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        return claim;
    }
}
