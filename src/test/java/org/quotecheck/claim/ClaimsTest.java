package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;

/** POST /v1/claims: one row for one statement of one claimant. */
@QuarkusTest
class ClaimsTest {

    @Test
    void quoteBecomesAClaimInItsSpeakersName() {
        var words = Api.unique("We won");
        var quote = quote(Api.uniqueUrl(), words + ",");
        submit(Map.of("quoteId", quote))
                .then()
                .statusCode(201)
                .body("text", equalTo(words))
                .body("claimant.name", equalTo("Ann Lee"))
                .body("claimant.type", equalTo("Person"))
                .body("appearances", hasSize(1))
                .body("appearances[0].quoteId", equalTo(quote))
                .body("appearances[0].first", equalTo(true))
                .body("language", equalTo("und"))
                .body("status", equalTo("submitted"));
    }

    @Test
    void directClaimKeepsWhatWasSent() {
        var url = Api.uniqueUrl();
        var sent = Map.of(
                "text",
                Api.unique("We won"),
                "language",
                "de",
                "claimDate",
                "1999-12-31",
                "claimant",
                Map.of("name", "ACME", "type", "Organization", "sameAs", "https://acme.example/"),
                "article",
                Map.of("url", url + "?utm_source=x", "title", "News", "publisher", Map.of("name", "The Daily")),
                "quote",
                Map.of("exact", "We  won"),
                "sources",
                List.of(Map.of("url", "https://s.example/", "title", "T", "role", "context")));
        var made = submit(sent).then().statusCode(201).extract();
        assertThat(made.header("Location")).isEqualTo("/v1/claims/" + made.path("id"));
        var read = Api.submitter().get(made.header("Location"));
        assertThat(read.asString()).isEqualTo(made.asString());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        read.then()
                .body("text", equalTo(sent.get("text")))
                .body("language", equalTo("de"))
                .body("claimDate", equalTo("1999-12-31"))
                .body("claimant.sameAs[0]", equalTo("https://acme.example/"))
                .body("appearances[0].url", equalTo(url))
                .body("appearances[0].publisher.name", equalTo("The Daily"))
                .body("sources", hasSize(1))
                .body("submittedBy.id", equalTo("sam"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "WE WON % | ANN LEE",
                "we won, % | Ann  Lee",
                "“We won”: %! | Ann Lee.",
                "We\u00a0won\u2003% | ann lee",
                "»We« 'won' – % | Ａｎｎ Lee",
                "We won... % | Ann Lee"
            })
    void sameWordsOfTheSameClaimantAreTheSameClaim(String words, String claimant) {
        var id = java.util.UUID.randomUUID().toString();
        var first = submit(Map.of("text", "We won " + id, "claimant", Map.of("name", "Ann Lee")))
                .then()
                .statusCode(201)
                .extract();
        var again = submit(Map.of(
                "text",
                words.replace("%", id),
                "claimant",
                Map.of("name", claimant),
                "language",
                "fr",
                "claimDate",
                "2020-01-01"));
        again.then()
                .statusCode(200)
                .body("id", equalTo(first.path("id")))
                .body("text", equalTo("We won " + id))
                .body("language", equalTo("en"))
                .header("Location", first.header("Location"));
    }

    @Test
    void otherWordsOrOtherClaimantIsAnotherClaim() {
        var words = Api.unique("We won");
        submit(Map.of("text", words, "claimant", Map.of("name", "Ann Lee")))
                .then()
                .statusCode(201);
        for (var other : List.<Map<String, ?>>of(
                Map.of("text", words),
                Map.of("text", words, "claimant", Map.of("name", "Anna Lee")),
                Map.of("text", words + " 1.5", "claimant", Map.of("name", "Ann Lee")),
                Map.of("text", words + " 15", "claimant", Map.of("name", "Ann Lee")),
                Map.of("text", words + " 15%", "claimant", Map.of("name", "Ann Lee")),
                Map.of("text", words + " -15", "claimant", Map.of("name", "Ann Lee")))) {
            submit(other).then().statusCode(201);
        }
    }

    @Test
    void samePlaceIsNotedOnce() {
        var words = Api.unique("We won");
        var place = Map.of("text", words, "article", Map.of("url", Api.uniqueUrl()));
        var first = submit(place);
        var again = submit(place);
        again.then().statusCode(200).body("appearances", hasSize(1));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        submit(Map.of("text", words, "article", Map.of("url", Api.uniqueUrl())))
                .then()
                .statusCode(200)
                .body("appearances", hasSize(1));
        Api.confirm(first.path("id"));
        Api.submitter()
                .get("/v1/claims/" + first.path("id"))
                .then()
                .body("appearances", hasSize(2))
                .body("appearances[0].first", equalTo(true))
                .body("appearances[1].first", equalTo(false));
    }

    @Test
    void submissionsAtOnceMakeOneClaimWithAllAppearances() throws Exception {
        var words = Api.unique("We won");
        var answers = new ArrayList<Response>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<Response>>mapToObj(i -> () -> submit(Map.of(
                            "text",
                            words,
                            "article",
                            Map.of("url", "https://news.example/" + words.hashCode() + '/' + i / 2))))
                    .toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.path("id"))
                .containsOnly(answers.getFirst().<String>path("id"));
        Api.reviewer()
                .get("/v1/claims/" + answers.getFirst().path("id"))
                .then()
                .body("appearances", hasSize(1))
                .body("pendingAppearances", equalTo(2))
                .body("appearances.findAll { it.first }", hasSize(1));
    }

    @Test
    void claimWithoutVerdictIsUnknownToAllOthers() {
        var words = "w" + java.util.UUID.randomUUID().toString().replace("-", "");
        var url = Api.uniqueUrl();
        var claim = submit(Map.of("text", words, "article", Map.of("url", url)))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.addSource(claim);
        for (var others :
                List.of(Map.entry("pia", new String[] {"publisher"}), Map.entry("sue", new String[] {"submitter"}))) {
            for (var path : List.of(
                    "/v1/claims/" + claim,
                    "/v1/claims/" + claim + "/sources",
                    "/v1/claims/" + claim + "/verdict-revisions",
                    "/v1/claims/" + claim + "/verdict-revisions/1",
                    "/claims/" + claim,
                    "/claims/" + claim + ".jsonld")) {
                refused(Api.as(others.getKey(), others.getValue()).get(path), 404);
                refused(Api.nobody().get(path), 404);
                refused(
                        Api.as(others.getKey(), others.getValue())
                                .header("If-None-Match", "*")
                                .get(path),
                        404);
            }
            Api.as(others.getKey(), others.getValue())
                    .queryParam("q", words)
                    .get("/v1/claims")
                    .then()
                    .body("items", hasSize(0));
        }
        Api.nobody().queryParam("q", words).get("/v1/claims").then().body("items", hasSize(0));
        Api.nobody()
                .get("/embed/v1/claims?ids=" + claim)
                .then()
                .body("claims", hasSize(0))
                .body("unknown[0]", equalTo(claim));
        assertThat(Api.nobody().queryParam("url", url).get("/embed/v1/articles").asString())
                .isEqualTo("{\"claims\":[]}");
        for (var knower : List.of(Api.submitter(), Api.reviewer(), Api.editor())) {
            knower.get("/v1/claims/" + claim).then().statusCode(200).body("text", equalTo(words));
        }
        Api.submitter().get("/v1/claims/" + claim).then().body("assignee", nullValue());
    }

    @Test
    void joiningTellsAnotherSubmitterNothing() {
        var words = Api.unique("We won");
        var url = Api.uniqueUrl();
        submit(Map.of("text", words, "article", Map.of("url", url))).then().statusCode(201);
        var joined = Api.as("sue", "submitter")
                .contentType(ContentType.JSON)
                .body(Map.of("text", words))
                .post("/v1/claims");
        joined.then().statusCode(200).body("submittedBy", nullValue()).body("assignee", nullValue());
    }

    @Test
    void rejectedClaimIsOnlyForReviewers() {
        var words = Api.unique("We won");
        var claim = Api.claim(words);
        Api.move(Api.reviewer(), claim, Map.of("to", "rejected", "reason", "abuse"))
                .then()
                .statusCode(201);
        refused(Api.nobody().get("/v1/claims/" + claim), 404);
        refused(Api.as("sue", "submitter").get("/v1/claims/" + claim), 404);
        Api.submitter()
                .get("/v1/claims/" + claim)
                .then()
                .body("status", equalTo("rejected"))
                .body("statusReason", equalTo("abuse"))
                .body("text", nullValue())
                .body("sources", nullValue())
                .body("appearances", nullValue());
        Api.reviewer().get("/v1/claims/" + claim).then().body("text", equalTo(words));
        Api.submitter()
                .get("/v1/claims/" + claim + "/sources")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        var again = refused(submit(Map.of("text", words)), 409);
        assertThat(again.asString()).doesNotContain(words, claim);
        Api.move(Api.editor(), claim, Map.of("to", "submitted", "reason", "A mistake."))
                .then()
                .statusCode(201);
        submit(Map.of("text", words)).then().statusCode(200);
    }

    private static String quote(String url, String words) {
        return Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", "\"" + words + "\" said Ann Lee."))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("quotes[0].id");
    }

    private static Response submit(Map<String, ?> claim) {
        return Api.submitter()
                .contentType(ContentType.JSON)
                .body(new HashMap<>(claim))
                .post("/v1/claims");
    }
}
