package org.quotecheck.interchange;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** The filter {@code languageCode} of claims:search is about the language that its answers state: the review's. */
@QuarkusTest
class ClaimSearchLanguageTest {

    /** Words that no other test has said. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pt",
                "PT-br",
                "pt_BR",
                "pt-PT-1990",
                "pt-Latn-BR-u-co-phonebk",
                "pt-br-x-newsroom",
                "pt-abl-BR",
                "%20pt%20"
            })
    void primarySubtagOfAnyTagCounts(String tag) {
        published("Falado " + word, "en", "pt-BR");
        published("Spoken " + word, "pt-BR", "ptx");
        assertFound(tag, "Falado " + word, "pt-BR");
    }

    @Test
    void reviewOfWordsInAnotherLanguageIsFoundByItsOwn() {
        published("The ferries were late " + word, "de", "fr");
        published("Die Fähren waren pünktlich " + word, "de", "en");
        assertFound("fr", "The ferries were late " + word, "fr");
        assertFound("en-US", "Die Fähren waren pünktlich " + word, "en");
        found(search("de")).then().statusCode(200).body("claims", empty());
        found("/v1alpha1/claims:search?languageCode=fr&pageSize=1&reviewPublisherSiteFilter=localhost")
                .then()
                .body("claims.claimReview.languageCode", contains(contains("fr")));
    }

    /** A correction may be told in another language, and a removed verdict is found by none. */
    @Test
    void currentRevisionCounts() {
        var claim = published("The bridges were closed " + word, "de", "fr");
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.correct(claim, "Told in English.");
        assertFound("en", "The bridges were closed " + word, "en");
        found(search("fr")).then().statusCode(200).body("claims", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"i-klingon", "x-private", "art-lojban", "p", "mul", "und", "zz"})
    void tagsOfNoReviewFindNone(String tag) {
        published("Said " + word, "en", "en");
        found(search(tag)).then().statusCode(200).body("claims", empty());
    }

    private void assertFound(String tag, String text, String language) {
        found(search(tag))
                .then()
                .statusCode(200)
                .body("claims.text", contains(text))
                .body("claims.claimReview.languageCode", contains(contains(language)));
    }

    private static Response found(String address) {
        return Api.nobody().urlEncodingEnabled(false).get(address);
    }

    private String search(String tag) {
        return "/v1alpha1/claims:search?query=" + word + "&languageCode=" + tag;
    }

    private static String published(String text, String language, String verdictLanguage) {
        var id = Api.claim(Map.of("text", text, "language", language));
        Api.publish(id, "false", verdictLanguage);
        return id;
    }
}
