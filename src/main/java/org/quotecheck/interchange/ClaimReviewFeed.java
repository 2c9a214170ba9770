package org.quotecheck.interchange;

import static org.quotecheck.interchange.ClaimReviewJson.thing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;
import org.quotecheck.statement.ClaimWords;

/** Verdicts as a schema.org DataFeed: for each, only what its current revision says; the rest is on its page. */
@ApplicationScoped
class ClaimReviewFeed {

    private final ClaimReviewJson claimReview;
    private final Site site;
    private final Organization organization;
    private final ObjectMapper json;

    ClaimReviewFeed(ClaimReviewJson claimReview, Site site, Organization organization, ObjectMapper json) {
        this.claimReview = claimReview;
        this.site = site;
        this.organization = organization;
        this.json = json;
    }

    /** One page; a claim whose verdict was withdrawn has its address and that time alone. */
    String of(List<PublishedFeed.PublishedItem> items) {
        var feed = thing("DataFeed");
        feed.putFirst("@context", "https://schema.org");
        feed.put("name", "Fact checks by " + organization.name());
        feed.put("author", claimReview.organization());
        feed.put("dataFeedElement", items.stream().map(this::element).toList());
        return Json.text(json, feed);
    }

    private Map<String, Object> element(PublishedFeed.PublishedItem item) {
        var element = thing("DataFeedItem");
        element.put("dateCreated", item.first());
        element.put(item.retracted() ? "dateDeleted" : "dateModified", item.last());
        element.put("item", review(item));
        return element;
    }

    private Map<String, Object> review(PublishedFeed.PublishedItem item) {
        var url = site.url("/claims/" + item.id());
        var review = thing("ClaimReview");
        review.put("@id", url + "#review");
        review.put("url", url);
        if (item.retracted()) {
            return review;
        }
        var content = item.content();
        review.put("claimReviewed", content.claim().text());
        review.put("itemReviewed", claim(content.claim()));
        review.put("author", claimReview.organization());
        review.put("reviewRating", ClaimReviewJson.rating(content.rating(), content.language()));
        review.put("reviewBody", content.summary());
        review.put("datePublished", item.first());
        review.put("dateModified", item.last());
        review.put("version", item.number());
        review.put("inLanguage", content.language());
        return review;
    }

    private static Map<String, Object> claim(ClaimWords words) {
        var claim = thing("Claim");
        claim.put("text", words.text());
        if (words.claimant() != null) {
            claim.put("author", ClaimReviewJson.author(words.claimant()));
        }
        if (words.claimDate() != null) {
            claim.put("datePublished", words.claimDate());
        }
        return claim;
    }
}
