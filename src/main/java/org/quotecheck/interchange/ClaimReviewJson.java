package org.quotecheck.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;
import org.quotecheck.statement.ClaimWords;
import org.quotecheck.statement.Claimant;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.Rating;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictContent;
import org.quotecheck.verdict.VerdictRevision;

/** A published claim as schema.org ClaimReview (domain.md, "Maps"). */
@ApplicationScoped
public class ClaimReviewJson {

    private final Site site;
    private final Organization organization;
    private final ObjectMapper json;

    ClaimReviewJson(Site site, Organization organization, ObjectMapper json) {
        this.site = site;
        this.organization = organization;
        this.json = json;
    }

    /** One JSON-LD document; {@code <} is written as an escape, so that it may stand in a script element. */
    public String of(PublishedClaim claim) {
        try {
            return json.writeValueAsString(review(claim)).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One page of a schema.org DataFeed; a claim whose verdict was withdrawn has its address and that date alone. */
    String feed(List<PublishedFeed.Item> items) {
        var feed = thing("DataFeed");
        feed.putFirst("@context", "https://schema.org");
        feed.put("name", "Fact checks by " + organization.name());
        feed.put("author", organization());
        feed.put("dataFeedElement", items.stream().map(this::element).toList());
        return Json.write(feed);
    }

    private Map<String, Object> element(PublishedFeed.Item item) {
        var element = thing("DataFeedItem");
        element.put("dateCreated", item.first());
        if (item.retracted()) {
            var review = thing("ClaimReview");
            review.put("@id", address(item.id()) + "#review");
            review.put("url", address(item.id()));
            element.put("dateDeleted", item.last());
            element.put("item", review);
        } else {
            element.put("dateModified", item.last());
            element.put("item", review(item.id(), item.content(), item.first(), item.last(), item.number()));
        }
        return element;
    }

    private String address(UUID claim) {
        return site.url("/claims/" + claim);
    }

    /** What a revision alone tells. */
    private LinkedHashMap<String, Object> review(
            UUID id, VerdictContent content, Instant first, Instant last, int number) {
        var review = thing("ClaimReview");
        review.put("@id", address(id) + "#review");
        review.put("url", address(id));
        review.put("claimReviewed", content.claim().text());
        review.put("itemReviewed", item(content.claim()));
        review.put("author", organization());
        review.put("reviewRating", rating(content.rating(), content.language()));
        review.put("reviewBody", content.summary());
        review.put("datePublished", first);
        review.put("dateModified", last);
        review.put("version", number);
        review.put("inLanguage", content.language());
        return review;
    }

    private Map<String, Object> review(PublishedClaim claim) {
        var revision = claim.current();
        var content = revision.content();
        var review = review(
                claim.id(), content, claim.first().publishedAt(), revision.publishedAt(), revision.number());
        review.putFirst("@context", "https://schema.org");
        review.put("itemReviewed", item(claim));
        var corrections = claim.revisions().stream()
                .filter(past -> past.kind() == RevisionKind.CORRECTION)
                .map(this::correction)
                .toList();
        if (!corrections.isEmpty()) {
            review.put("correction", corrections);
        }
        review.put(
                "citation",
                content.sources().stream()
                        .map(source -> {
                            var citation = thing("CreativeWork");
                            citation.put("url", source.url());
                            citation.put("name", source.title());
                            return citation;
                        })
                        .toList());
        return review;
    }

    private static LinkedHashMap<String, Object> item(ClaimWords words) {
        var item = thing("Claim");
        item.put("text", words.text());
        if (words.claimant() != null) {
            item.put("author", author(words.claimant()));
        }
        if (words.claimDate() != null) {
            item.put("datePublished", words.claimDate());
        }
        return item;
    }

    private static Map<String, Object> item(PublishedClaim claim) {
        var item = item(claim.current().content().claim());
        var works = claim.appearances().stream()
                .map(appearance -> {
                    var work = thing("CreativeWork");
                    work.put("url", appearance.url());
                    if (appearance.title() != null) {
                        work.put("name", appearance.title());
                    }
                    return work;
                })
                .toList();
        if (!works.isEmpty()) {
            item.put("firstAppearance", works.getFirst());
        }
        if (works.size() > 1) {
            item.put("appearance", works.subList(1, works.size()));
        }
        return item;
    }

    private static Map<String, Object> author(Claimant claimant) {
        var author = thing(claimant.type().name());
        author.put("name", claimant.name());
        if (claimant.jobTitle() != null) {
            author.put("jobTitle", claimant.jobTitle());
        }
        if (claimant.sameAs() != null) {
            author.put("sameAs", claimant.sameAs());
        }
        return author;
    }

    private Map<String, Object> organization() {
        var publisher = thing("Organization");
        publisher.put("name", organization.name());
        publisher.put("url", site.url(organization.url()));
        return publisher;
    }

    private static Map<String, Object> rating(Rating rating, String language) {
        var shown = thing("Rating");
        shown.put("alternateName", Labels.of(rating, language));
        rating.scaleValue().ifPresent(value -> {
            shown.put("ratingValue", value);
            shown.put("bestRating", Rating.BEST);
            shown.put("worstRating", Rating.WORST);
        });
        return shown;
    }

    private Map<String, Object> correction(VerdictRevision revision) {
        var comment = thing("CorrectionComment");
        comment.put("text", revision.content().publicNote());
        comment.put("datePublished", revision.publishedAt());
        return comment;
    }

    private static LinkedHashMap<String, Object> thing(String type) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        return thing;
    }
}
