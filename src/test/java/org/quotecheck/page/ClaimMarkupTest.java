package org.quotecheck.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;

/** ClaimReview in the claim's page and beside it. */
@QuarkusTest
class ClaimMarkupTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyMemberIsMapped() {
        var claim = CheckedClaim.publish("of a review").correct("The office counted again.");
        var url = Browser.service() + claim.path();
        var verdict = JSON.valueToTree(
                Api.nobody().get("/v1" + claim.path()).then().extract().path("verdict"));
        var first = Api.nobody()
                .get("/v1" + claim.path() + "/verdict-revisions/1")
                .then()
                .extract()
                .<String>path("publishedAt");

        assertThat(markup(claim))
                .isEqualTo(JSON.valueToTree(Map.ofEntries(
                        Map.entry("@context", "https://schema.org"),
                        Map.entry("@type", "ClaimReview"),
                        Map.entry("@id", url + "#review"),
                        Map.entry("url", url),
                        Map.entry("claimReviewed", claim.text()),
                        Map.entry(
                                "itemReviewed",
                                Map.of(
                                        "@type",
                                        "Claim",
                                        "text",
                                        claim.text(),
                                        "datePublished",
                                        "2026-03-01",
                                        "author",
                                        Map.of(
                                                "@type",
                                                "Person",
                                                "name",
                                                "Ann Lee of a review",
                                                "jobTitle",
                                                "Mayor of a review",
                                                "sameAs",
                                                new Object[] {"https://people.example/ann-lee"}),
                                        "firstAppearance",
                                        Map.of(
                                                "@type",
                                                "CreativeWork",
                                                "url",
                                                claim.url(),
                                                "name",
                                                "The article of a review"))),
                        Map.entry(
                                "author",
                                Map.of("@type", "Organization", "name", "Quotecheck", "url", Browser.service() + "/")),
                        Map.entry(
                                "reviewRating",
                                Map.of(
                                        "@type",
                                        "Rating",
                                        "alternateName",
                                        "Mostly false",
                                        "ratingValue",
                                        2,
                                        "bestRating",
                                        5,
                                        "worstRating",
                                        1)),
                        Map.entry("reviewBody", "The summary of a review"),
                        Map.entry("datePublished", first),
                        Map.entry("dateModified", verdict.get("publishedAt").asText()),
                        Map.entry("version", 2),
                        Map.entry("correction", new Object[] {
                            Map.of(
                                    "@type",
                                    "CorrectionComment",
                                    "text",
                                    "The office counted again.",
                                    "datePublished",
                                    verdict.get("publishedAt").asText())
                        }),
                        Map.entry("citation", new Object[] {
                            Map.of(
                                    "@type",
                                    "CreativeWork",
                                    "url",
                                    "https://statistics.example/1?a=1&b=2",
                                    "name",
                                    "The table of a review",
                                    "archivedAt",
                                    "https://archive.example/1")
                        }),
                        Map.entry("inLanguage", "en"))));
        assertThat(Instant.parse(first))
                .isBefore(Instant.parse(verdict.get("publishedAt").asText()));
    }

    @Test
    void whatIsUnknownIsAbsent() {
        var claim = Api.claim(Api.unique("Nobody said this"));
        Api.publish(claim, "outdated");
        var review = markup(new CheckedClaim(claim, null, null));
        assertThat(review.get("itemReviewed").fieldNames()).toIterable().containsExactlyInAnyOrder("@type", "text");
        assertThat(review.get("reviewRating"))
                .isEqualTo(JSON.valueToTree(Map.of("@type", "Rating", "alternateName", "Outdated")));
        assertThat(review.has("correction")).isFalse();
    }

    @Test
    void laterAppearancesFollowTheFirst() {
        var claim = CheckedClaim.publish("seen twice");
        var again = Api.uniqueUrl();
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of("url", again))
                .post("/v1/claims/" + claim.id() + "/appearances")
                .then()
                .statusCode(201);
        var item = markup(claim).get("itemReviewed");
        assertThat(item.at("/firstAppearance/url").asText()).isEqualTo(claim.url());
        assertThat(item.get("appearance"))
                .isEqualTo(JSON.valueToTree(new Object[] {Map.of("@type", "CreativeWork", "url", again)}));
    }

    @Test
    void markupCannotEndItsScript() {
        var claim = CheckedClaim.publish("</script><!--<script>\u2028");
        var page = page(claim);
        assertThat(page.select("script:not([src])")).hasSize(1);
        assertThat(page.selectFirst("script:not([src])").data())
                .doesNotContain("<")
                .contains("\\u003c/script>");
        assertThat(markup(claim).get("claimReviewed").asText()).isEqualTo(claim.text());
    }

    @Test
    void sameReviewStandsAlone() {
        var claim = CheckedClaim.publish("of a document");
        var answer = Api.nobody()
                .get(claim.path() + ".jsonld")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/ld+json"))
                .header(
                        "Cache-Control",
                        equalTo("public, max-age=60, s-maxage=180, stale-while-revalidate=60, stale-if-error=86400"))
                .extract();
        assertThat(tree(answer.asString())).isEqualTo(markup(claim));
        Api.nobody()
                .header("If-None-Match", answer.header("ETag"))
                .get(claim.path() + ".jsonld")
                .then()
                .statusCode(304)
                .body(blankOrNullString());
    }

    private static org.jsoup.nodes.Document page(CheckedClaim claim) {
        return Jsoup.parse(
                Api.nobody().get(claim.path()).then().statusCode(200).extract().asString());
    }

    private static JsonNode markup(CheckedClaim claim) {
        return tree(page(claim).selectFirst("script[type=application/ld+json]").data());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
