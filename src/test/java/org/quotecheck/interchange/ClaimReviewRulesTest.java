package org.quotecheck.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jsonld.JsonLdError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.claim.PublishedHistory;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;

/** The markup keeps the rules of those who read it, and a JSON-LD processor reads it as it is meant. */
@QuarkusTest
class ClaimReviewRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Newsroom(String name, String url, Optional<String> logo, Optional<String> correctionsPolicy)
            implements Organization {}

    @Inject
    ObjectMapper json;

    @Inject
    PublishedHistory history;

    @ParameterizedTest
    @ValueSource(strings = {"false", "mostly_true", "true", "missing_context", "unverifiable", "satire", "not_factual"})
    void everyRatingKeepsTheRules(String rating) throws JsonProcessingException, JsonLdError {
        var claim = published(rating);
        var page = Browser.service() + "/claims/" + claim;
        var scripts = Jsoup.parse(Api.nobody()
                        .accept(ContentType.HTML)
                        .get("/claims/" + claim)
                        .asString())
                .select("script[type=application/ld+json]");
        assertThat(scripts).hasSize(1);
        var document = scripts.first().data();
        assertThat(document)
                .isEqualToIgnoringWhitespace(
                        Api.nobody().get("/claims/" + claim + ".jsonld").asString());
        assertThat(ClaimReviewRules.broken(JSON.readTree(document), page)).isEmpty();
        var expanded = ClaimReviewRules.expanded(document);
        assertThat(expanded).hasSize(1);
        var review = expanded.getJsonObject(0);
        assertThat(review.getJsonArray("@type").getString(0)).isEqualTo("http://schema.org/ClaimReview");
        assertThat(review.getString("@id")).isEqualTo(page + "#review");
        assertThat(review.getJsonArray("http://schema.org/reviewRating").getJsonObject(0))
                .containsKey("http://schema.org/alternateName");
        assertThat(review.toString()).doesNotContain("\"_:");
    }

    @Test
    void publisherAndArchivesAreNamedWhereKnown() throws JsonProcessingException, JsonLdError {
        var claim = UUID.fromString(published("false"));
        var newsroom = new Newsroom(
                "The Desk",
                "https://desk.example/",
                Optional.of("data:image/png;base64,AAAA"),
                Optional.of("https://desk.example/how"));
        var site = new Site(Optional.of("https://facts.example"));
        var text = new ClaimReviewJson(site, newsroom, json)
                .of(history.withId(claim).orElseThrow());
        var document = JSON.readTree(text);
        assertThat(ClaimReviewRules.broken(document, "https://facts.example/claims/" + claim))
                .isEmpty();
        assertThat(document.at("/publisher/logo").asText()).isEqualTo("https://facts.example/logo");
        assertThat(document.at("/publisher/correctionsPolicy").asText()).isEqualTo("https://desk.example/how");
        assertThat(document.at("/citation/0/archivedAt").asText()).isEqualTo("https://archive.example/1");
        assertThat(ClaimReviewRules.expanded(text).toString()).contains("http://schema.org/archivedAt");
    }

    @Test
    void rulesFindWhatIsWrong() throws JsonProcessingException {
        var claim = published("false");
        var text = Api.nobody().get("/claims/" + claim + ".jsonld").asString();
        var page = Browser.service() + "/claims/" + claim;
        for (var mistake : Map.<String, Consumer<ObjectNode>>of(
                        "claimReviewed is required", review -> review.remove("claimReviewed"),
                        "summary is empty", review -> review.put("summary", " "),
                        "url is an absolute URL", review -> review.put("url", "/claims/1"),
                        "verdictOfOurs is not of schema.org", review -> review.put("verdictOfOurs", "x"),
                        "citation is empty", review -> review.putArray("citation"),
                        "datePublished is a date of ISO 8601", review -> review.put("datePublished", "yesterday"),
                        "a number has its scale",
                                review -> ((ObjectNode) review.get("reviewRating")).remove("bestRating"),
                        "author has a name", review -> ((ObjectNode) review.get("author")).remove("name"))
                .entrySet()) {
            JsonNode wrong = JSON.readTree(text);
            mistake.getValue().accept((ObjectNode) wrong);
            assertThat(ClaimReviewRules.broken(wrong, page)).contains(mistake.getKey());
        }
        assertThat(ClaimReviewRules.broken(JSON.readTree(text), "https://other.example/claims/" + claim))
                .contains("the page and the review have one host");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThatThrownBy(() -> ClaimReviewRules.expanded("{\"@context\": \"https://other.example/\"}"))
                .isInstanceOf(JsonLdError.class);
    }

    @Test
    void dataFeedIsRead() throws JsonLdError {
        published("true");
        var feed = ClaimReviewRules.expanded(
                        Api.nobody().get("/feeds/claimreview.jsonld").asString())
                .getJsonObject(0);
        assertThat(feed.getJsonArray("@type").getString(0)).isEqualTo("http://schema.org/DataFeed");
        assertThat(feed.getJsonArray("http://schema.org/dataFeedElement")).isNotEmpty();
    }

    private static String published(String rating) {
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "text", Api.unique("The canal is shut </script>"),
                        "claimDate", "2026-03-01",
                        "claimant", Map.of("name", "Ann Lee"),
                        "article", Map.of("url", Api.uniqueUrl())))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.confirm(claim);
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url", "https://statistics.example/canals",
                        "title", "Canals",
                        "archiveUrl", "https://archive.example/1",
                        "role", "refutes",
                        "excerpt", "Open."))
                .post("/v1/claims/" + claim + "/sources")
                .then()
                .statusCode(201);
        Api.publish(
                claim,
                Map.of("rating", rating, "quoteVerdict", "exact", "summary", "What was found.", "language", "en"));
        return claim;
    }
}
