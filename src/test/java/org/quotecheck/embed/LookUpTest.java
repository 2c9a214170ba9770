package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;
import org.quotecheck.digest.Sha256;

/** {@code POST /v1/lookup}. */
@QuarkusTest
class LookUpTest {

    @Inject
    AgroalDataSource database;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void eachQuestionIsAnsweredInItsPlace() {
        var here = Api.uniqueUrl();
        var there = Api.uniqueUrl();
        var claim = published("The reservoir lost a third of its water, says " + word, here);
        var other = published("Nobody counted the votes twice, says " + word + "x", there);
        var answer = ask(Map.of(
                "urls", List.of(there + "?utm_source=feed#top", Api.uniqueUrl(), here),
                "urlHashes", List.of(hash(here), hash(Api.uniqueUrl())),
                "texts",
                        List.of(
                                "Votes were counted: nobody did so twice, says " + word + "x",
                                "Zzz " + UUID.randomUUID())));
        answer.then()
                .statusCode(200)
                .body("urls.claims.id", contains(List.of(other), List.of(), List.of(claim)))
                .body("urls[0].article.url", equalTo(there))
                .body("urls[1].article", nullValue())
                .body("urlHashes.claims.id", contains(List.of(claim), List.of()))
                .body("texts", hasSize(2))
                .body("texts[0].matches[0].claim.id", equalTo(other))
                .body("texts[0].matches[0].claim.ratingLabel", equalTo("False"))
                .body("texts[0].matches[0].why", not(empty()))
                .body("texts[1].matches.claim.id", not(hasItem(claim)));
    }

    @Test
    void textsFindWhatTheMatchFinds() {
        var texts = List.of("The tunnel of " + word + " cost 40 million", "The bridge of " + word + " was shut");
        texts.forEach(text -> published(text, Api.uniqueUrl()));
        var together = ask(Map.of("texts", texts));
        for (int i = 0; i < texts.size(); i++) {
            var alone = Api.nobody()
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", texts.get(i), "limit", 10))
                    .post("/v1/claims/match");
            assertThat(together.<List<String>>path("texts[" + i + "].matches.claim.id"))
                    .isNotEmpty()
                    .isEqualTo(alone.path("items.claim.id"));
            assertThat(together.<List<Object>>path("texts[" + i + "].matches.score"))
                    .isEqualTo(alone.path("items.score"));
        }
    }

    @Test
    void unpublishedClaimsAreShownToNobody() {
        var url = Api.uniqueUrl();
        var claim = Api.claim("Not yet checked " + word, url);
        Api.confirm(claim);
        for (var caller :
                new io.restassured.specification.RequestSpecification[] {Api.nobody(), Api.submitter(), Api.editor()}) {
            caller.contentType(ContentType.JSON)
                    .body(Map.of("urls", List.of(url), "texts", List.of("Not yet checked " + word)))
                    .post("/v1/lookup")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "*")
                    .body("urls[0].claims", empty())
                    .body("texts[0].matches.claim.id", not(hasItem(claim)));
        }
    }

    @Test
    void verdictThatCannotBeReadIsLeftOutAlone() throws SQLException {
        var url = Api.uniqueUrl();
        var claim = published("The harbour of " + word + " was dredged", url);
        var broken = published("The lighthouse of " + word + " was sold", url);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update embed set content = '{\"id\": \"none\"}' where claim_id = ?")) {
            update.setObject(1, UUID.fromString(broken));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        ask(Map.of("urls", List.of(url), "texts", List.of("The lighthouse of " + word + " was sold")))
                .then()
                .statusCode(200)
                .body("urls[0].claims.id", contains(claim))
                .body("urls[0].leftOut", nullValue())
                .body("texts[0].leftOut", nullValue())
                .body("texts[0].matches.claim.id", not(hasItem(broken)));
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        var url = Api.uniqueUrl();
        var long1 = published("Much was said of " + word + ": " + "\u00e4\u00f6\u00fc ".repeat(1_200), url);
        published("More was said of " + word + ": " + "\u00e9\u00e8 ".repeat(1_600), url);
        assertThat(long1).isNotNull();
        var many = IntStream.range(0, 45)
                .mapToObj(i -> "Another " + word + " " + i + " " + "\u20ac\u20ac\u20ac ".repeat(1_200))
                .toList();
        many.forEach(text -> published(text, url));
        var answer = ask(Map.of("urls", Collections.nCopies(50, url)));
        assertThat(answer.asByteArray()).hasSizeLessThanOrEqualTo(4 * 1024 * 1024);
        answer.then()
                .statusCode(200)
                .body("urls", hasSize(50))
                .body("urls.findAll { it.leftOut }.size()", greaterThan(0))
                .body("urls.findAll { !it.leftOut }.claims", everyItem(hasSize(47)))
                .body("urls.findAll { it.leftOut }.claims", everyItem(nullValue()));
    }

    @Test
    void everyMistakeIsNamed() {
        var wrong = new HashMap<String, Object>();
        wrong.put(
                "urls",
                List.of(
                        "https://news.example/a",
                        "ftp://news.example/b",
                        "https://u:p@news.example/",
                        "x".repeat(3_000)));
        wrong.put("texts", List.of("!?", "A claim."));
        assertThat(refused(ask(wrong), 422).<List<String>>path("errors.pointer"))
                .containsExactly("/texts/0", "/urls/1", "/urls/2", "/urls/3");
        wrong.clear();
        wrong.put("urls", java.util.Arrays.asList("https://news.example/a", null));
        wrong.put("urlHashes", List.of("A".repeat(64)));
        wrong.put("texts", List.of("x".repeat(1_001)));
        wrong.put("uris", List.of());
        refused(ask(wrong), 422);
        ask(wrong).then().body("errors.pointer", containsInAnyOrder("/urls/1", "/urlHashes/0", "/texts/0", "/uris"));
        refused(ask(Map.of()), 422).then().body("errors.pointer", contains(""));
        refused(ask(Map.of("urls", List.of(), "texts", List.of())), 422).then().body("errors.pointer", contains(""));
        refused(ask(Map.of("urls", Collections.nCopies(51, "https://news.example/"))), 422);
        refused(
                ask(Map.of(
                        "urls", Collections.nCopies(26, "https://news.example/"),
                        "urlHashes", Collections.nCopies(25, "0".repeat(64)))),
                422);
        refused(ask(Map.of("texts", Collections.nCopies(11, "We won"))), 422);
        refused(ask(Map.of("urls", "https://news.example/")), 422).then().body("errors.pointer", contains("/urls"));
        refused(ask(List.of()), 422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'urls': ['ftp://a.example/', 5, 'https://b.example/', {}], 'urlHashes': 'x', 'x': 1} "
                        + "| /urlHashes /urls/0 /urls/1 /urls/3 /x",
                "{'urls': {'a': 1}, 'texts': ['?', 'We won', 7, '\\u0000 won'], 'urlHashes': ['0', null]} "
                        + "| /texts/0 /texts/2 /texts/3 /urlHashes/0 /urlHashes/1 /urls",
                "{'urls': ['https://a.example:99999/', '\\ud83d'], 'texts': [''], '\\ude42': 0} "
                        + "| /\ufffd /texts/0 /urls/0 /urls/1"
            })
    void mistakesOfEveryKindAreNamedTogether(String json, String pointers) {
        var named = refused(ask(json.replace('\'', '"')), 422).<List<String>>path("errors.pointer");
        assertThat(named.stream().distinct()).containsExactlyInAnyOrder(pointers.split(" "));
    }

    @Test
    void aMillionWrongAddressesAreRefusedInFewWords() {
        for (var array : List.of("urls", "urlHashes", "texts")) {
            refused(ask("{\"" + array + "\":[\"\"" + ",\"\"".repeat(1_000_000) + "]}"), 422)
                    .then()
                    .body("errors.pointer", contains("/" + array));
        }
    }

    private static Response ask(Object question) {
        return Api.nobody().contentType(ContentType.JSON).body(question).post("/v1/lookup");
    }

    private static String hash(String canonicalUrl) {
        return Sha256.hex(canonicalUrl);
    }

    private static String published(String text, String url) {
        var claim = Api.claim(text, url);
        Api.confirm(claim);
        Api.publish(claim, "false");
        return claim;
    }
}
