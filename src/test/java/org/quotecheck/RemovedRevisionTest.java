package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.task.RemoveContent;

/** A revision whose content was removed by hand breaks nothing, whichever it is, whatever its claim's status. */
@Slow
@QuarkusTest
class RemovedRevisionTest {

    @Inject
    AgroalDataSource database;

    @ParameterizedTest(name = "{0}: revision {1} of {2}")
    @MethodSource("cases")
    void everyReadGoesOn(String status, int removed, int revisions) throws SQLException {
        var word = "w" + java.util.UUID.randomUUID().toString().replace("-", "");
        var claim = Api.claim(word + " is the number");
        Api.publish(claim, "false");
        for (int number = 2; number <= revisions; number++) {
            RemoveContent.correct(claim, "Correction " + number);
        }
        bring(claim, status);
        var other = Api.claim(word + " is another number");
        Api.publish(other, "true");
        RemoveContent.byHand(database, claim, removed);
        int last = status.equals("retracted") || status.equals("reopened") ? revisions + 1 : revisions;
        var walk = new Walk(
                claim,
                Map.of("/ number", String.valueOf(removed)),
                List.of(
                        "/v1/claims?q=" + word, "/v1/claims?rating=false",
                        "/v1alpha1/claims:search?query=" + word, "/v1/claims?status=published&limit=100"));
        for (Supplier<RequestSpecification> who : List.<Supplier<RequestSpecification>>of(Api::nobody, Api::reviewer)) {
            walk.read(who).forEach((path, answer) -> {
                assertThat(answer.statusCode())
                        .as(path + ": " + answer.asString())
                        .isLessThan(500);
                if (path.startsWith("/v1/claims?q=")) {
                    assertThat(answer.jsonPath().getList("items.id", String.class))
                            .as(path)
                            .contains(other);
                }
            });
        }
        Api.nobody()
                .get("/v1/claims/" + claim + "/verdict-revisions/" + removed)
                .then()
                .statusCode(200)
                .body("removed", equalTo(true))
                .body("digest", not(nullValue()))
                .body("rating", nullValue())
                .body("summary", nullValue())
                .body("claim", nullValue());
        current(claim, removed == last, status);
        lists(claim, word, removed == last, status);
    }

    private static void current(String claim, boolean removed, String status) {
        var read = Api.nobody().get("/v1/claims/" + claim).then().statusCode(200);
        Api.nobody().get("/claims/" + claim).then().statusCode(200);
        var embed = Api.nobody().get("/embed/v1/claims?ids=" + claim).then().statusCode(200);
        var markup = Api.nobody().get("/claims/" + claim + ".jsonld");
        if (removed) {
            read.body("verdict.removed", equalTo(true))
                    .body("text", nullValue())
                    .body("claimant", nullValue());
            embed.body("claims[0].removed", equalTo(true)).body("claims[0].text", nullValue());
            refused(markup, 410);
        } else {
            read.body("verdict.removed", nullValue());
            assertThat(markup.statusCode())
                    .isEqualTo(status.equals("retracted") || status.equals("reopened") ? 410 : 200);
        }
    }

    /** Lists say so, and what is made for machines leaves it out. */
    private static void lists(String claim, String word, boolean removed, String status) {
        var listed = Api.nobody()
                .get("/v1/claims?limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(claim))
                .extract()
                .jsonPath();
        var item = "items.find { it.id == '" + claim + "' }";
        assertThat(listed.<Object>get(item + ".removed")).isEqualTo(removed ? true : null);
        assertThat(listed.<String>get(item + ".text") == null).isEqualTo(removed);
        var card = Api.nobody()
                .queryParam("url", Browser.service() + "/claims/" + claim)
                .get("/oembed");
        assertThat(card.statusCode()).isEqualTo(removed ? 404 : 200);
        boolean shown = !removed && !status.equals("retracted") && !status.equals("reopened");
        var found = Api.nobody()
                .urlEncodingEnabled(false)
                .get("/v1alpha1/claims:search?query=" + word)
                .asString();
        assertThat(found.contains(claim)).as(found).isEqualTo(shown);
        assertThat(Api.nobody().get("/sitemap.xml").asString().contains(claim)).isEqualTo(shown);
        for (var feed : List.of("verdicts.json", "claimreview.jsonld", "verdicts.atom")) {
            assertThat(Api.nobody().get("/feeds/" + feed).asString().contains(claim))
                    .as(feed)
                    .isEqualTo(!removed && (shown || !feed.equals("verdicts.json")));
        }
        assertThat(Api.nobody().get("/v1/claims?q=" + word).jsonPath().getList("items.id", String.class))
                .as("search")
                .hasSize(removed ? 1 : 2);
        var near = Api.nobody()
                .contentType(ContentType.JSON)
                .body(Map.of("text", word + " is the number"))
                .post("/v1/claims/match")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(near.getList("items.claim.id", String.class).contains(claim)).isEqualTo(!removed);
    }

    @Test
    void retractionOfWhatWasRemovedHasNoWords() throws SQLException {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        RemoveContent.byHand(database, claim, 1);
        bring(claim, "retracted");
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .statusCode(200)
                .body("status", equalTo("retracted"))
                .body("text", nullValue())
                .body("verdict.summary", equalTo("It was wrong."));
        Api.nobody()
                .get("/embed/v1/claims?ids=" + claim)
                .then()
                .body("claims[0].retracted", equalTo(true))
                .body("claims[0].text", nullValue());
        Api.nobody().get("/claims/" + claim).then().statusCode(200);
    }

    @Test
    void embedSaysSoOnceTheClaimIsWritten() throws SQLException {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        RemoveContent.byHand(database, claim, 1);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.nobody()
                .get("/embed/v1/claims?ids=" + claim)
                .then()
                .body("claims[0].removed", equalTo(true))
                .body("claims[0].text", nullValue())
                .body("claims[0].rating", nullValue())
                .body("claims[0].underReview", equalTo(true));
    }

    /** Nobody has withdrawn it. What was found was told in another language than the claim's, which alone is left. */
    @ParameterizedTest
    @CsvSource({"en, Content removed, Fact check withdrawn", "de, Inhalt entfernt, Faktencheck zurückgezogen"})
    void pictureAndFrameSayThatTheContentWasRemoved(String language, String removed, String withdrawn)
            throws SQLException {
        var claim = published(language, language.equals("en") ? "de" : "en");
        RemoveContent.byHand(database, claim, 1);
        for (boolean written : List.of(false, true)) {
            if (written) { // which makes the embed anew
                Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
            }
            for (var path : List.of("/claims/%s.svg", "/embed/claims/%s")) {
                assertThat(Api.nobody().get(path.formatted(claim)).asString())
                        .as(path)
                        .contains(removed)
                        .doesNotContain(withdrawn, "We won");
            }
            assertThat(Api.nobody().get("/embed/claims/" + claim).asString()).contains("lang=\"" + language);
            for (var page : List.of("/claims/" + claim, "/claims/" + claim + "/revisions/1")) {
                assertThat(Api.nobody().get(page).asString()).as(page).contains("<html lang=\"" + language);
            }
        }
    }

    private static String published(String language, String verdictLanguage) {
        var claim = Api.claim(Map.of("text", Api.unique("We won"), "language", language));
        Api.publish(claim, "false", verdictLanguage);
        return claim;
    }

    @Test
    void removedCorrectionStaysInTheLog() throws SQLException {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        RemoveContent.correct(claim, "We misread it.");
        RemoveContent.byHand(database, claim, 2);
        Api.nobody()
                .get("/v1/corrections?limit=100")
                .then()
                .statusCode(200)
                .body("items.claimId", hasItem(claim))
                .body("items.find { it.claimId == '" + claim + "' }.removed", equalTo(true))
                .body("items.find { it.claimId == '" + claim + "' }.text", nullValue())
                .body("items.find { it.claimId == '" + claim + "' }.publicNote", nullValue());
    }

    private static void bring(String claim, String status) {
        switch (status) {
            case "published" -> {}
            case "in_review" ->
                Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
            case "proposed" -> {
                Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
                Api.move(Api.editor(), claim, Map.of("to", "proposed")).then().statusCode(201);
            }
            case "retracted", "reopened" -> {
                Api.move(Api.editor(), claim, Map.of("to", "retracted", "publicNote", "It was wrong."))
                        .then()
                        .statusCode(202);
                Api.move(Api.as("eva", "editor"), claim, Map.of("to", "retracted"))
                        .then()
                        .statusCode(201);
                if (status.equals("reopened")) {
                    Api.move(Api.editor(), claim, Map.of("to", "in_review", "reason", "New evidence."))
                            .then()
                            .statusCode(201);
                }
            }
            default -> throw new IllegalArgumentException(status);
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of("published", "in_review", "proposed", "retracted", "reopened")
                .flatMap(status -> Stream.concat(
                        Stream.of(Arguments.of(status, 1, 1)),
                        IntStream.rangeClosed(1, 3).mapToObj(removed -> Arguments.of(status, removed, 3))));
    }
}
