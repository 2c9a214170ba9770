package org.quotecheck.interchange;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What schema.org and Google's documentation of the ClaimReview rich result ("Fact Check (ClaimReview) structured
 * data") ask of a document, and what is wrong with one.
 */
final class ClaimReviewRules {

    private static final String CONTEXT = "https://schema.org";
    private static final Set<String> DATES = Set.of("datePublished", "dateModified", "dateCreated", "dateDeleted");
    private static final Set<String> ADDRESSES =
            Set.of("url", "@id", "sameAs", "logo", "correctionsPolicy", "archivedAt");
    /** What Google requires; without it there is no result. */
    private static final List<String> REQUIRED = List.of("claimReviewed", "reviewRating", "url");
    /** What Google recommends, and a claim always has here. */
    private static final List<String> RECOMMENDED = List.of("author", "itemReviewed", "datePublished");

    private static final JsonNode TERMS = terms();

    private final List<String> broken = new ArrayList<>();

    private ClaimReviewRules() {}

    /** @param page address at which the document stands */
    static List<String> broken(JsonNode document, String page) {
        var rules = new ClaimReviewRules();
        rules.check(document, page);
        return rules.broken;
    }

    /** As a processor reads it: all terms are addresses of schema.org. */
    static JsonArray expanded(String document) throws JsonLdError {
        var options = new JsonLdOptions((address, how) -> {
            if (!address.toString().replaceFirst("/$", "").equals(CONTEXT)) {
                throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "refused: " + address);
            }
            try (var in = ClaimReviewRules.class.getResourceAsStream("/schema.org/context.jsonld")) {
                return JsonDocument.of(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return JsonLd.expand(JsonDocument.of(new StringReader(document)))
                .options(options)
                .get();
    }

    private void check(JsonNode review, String page) {
        require(review.path("@context").asText().equals(CONTEXT), "@context is " + CONTEXT + " alone");
        require(review.path("@type").asText().equals("ClaimReview"), "@type is ClaimReview");
        REQUIRED.forEach(member -> require(review.has(member), member + " is required"));
        RECOMMENDED.forEach(member -> require(review.has(member), member + " is recommended"));
        require(review.path("url").asText().equals(page), "url is the page's own");
        require(
                host(review.path("url").asText()) != null
                        && host(review.path("url").asText()).equals(host(page)),
                "the page and the review have one host");
        require(review.at("/author/name").isTextual(), "author has a name");
        require(review.at("/itemReviewed/@type").asText().equals("Claim"), "itemReviewed is a Claim");
        rating(review.path("reviewRating"));
        values(review, "");
    }

    private void rating(JsonNode rating) {
        require(rating.path("alternateName").isTextual(), "alternateName is required");
        if (rating.has("ratingValue")) {
            int value = rating.get("ratingValue").asInt();
            require(
                    rating.path("worstRating").asInt(99) <= value
                            && value <= rating.path("bestRating").asInt(-1),
                    "a number has its scale");
        } else {
            require(!rating.has("bestRating") && !rating.has("worstRating"), "a scale has a number");
        }
    }

    private void values(JsonNode node, String name) {
        if (node.isObject()) {
            require(!node.isEmpty(), name + " is empty");
            require(name.isEmpty() || node.has("@type"), name + " has a type");
            node.properties().forEach(member -> {
                require(
                        member.getKey().startsWith("@") || TERMS.has(member.getKey()),
                        member.getKey() + " is not of schema.org");
                values(member.getValue(), member.getKey());
            });
        } else if (node.isArray()) {
            require(!node.isEmpty(), name + " is empty");
            node.forEach(item -> values(item, name));
        } else {
            require(!node.isNull() && !node.asText().isBlank(), name + " is empty");
            if (name.equals("@type")) {
                require(TERMS.has(node.asText()), node.asText() + " is not of schema.org");
            }
            if (ADDRESSES.contains(name)) {
                require(host(node.asText()) != null, name + " is an absolute URL");
            }
            if (DATES.contains(name)) {
                require(isDate(node.asText()), name + " is a date of ISO 8601");
            }
        }
    }

    private void require(boolean kept, String rule) {
        if (!kept) {
            broken.add(rule);
        }
    }

    /** Null where it is no absolute web address. */
    private static String host(String address) {
        try {
            var parsed = URI.create(address);
            return parsed.getScheme() != null && parsed.getScheme().matches("https?") ? parsed.getHost() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isDate(String text) {
        try {
            (text.length() == 10 ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_INSTANT).parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static JsonNode terms() {
        try (var in = ClaimReviewRules.class.getResourceAsStream("/schema.org/context.jsonld")) {
            return new ObjectMapper().readTree(in).get("@context");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
