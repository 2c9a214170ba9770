package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.OwnWords;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;
import org.quotecheck.statement.Claimant;
import org.quotecheck.statement.Shortened;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.Rating;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictRevision;

/** A published claim as schema.org ClaimReview (docs/clients/claimreview.md). */
@ApplicationScoped
public class ClaimReviewJson {

    /** Of each list that grows with the claim. */
    private static final int MOST_BYTES = 4_000;

    /** It is to be short; {@code itemReviewed} has more of the words. */
    private static final int LONGEST_REVIEWED = 1_000;

    private static final int LONGEST_CLAIM = 6_000;
    private static final int LONGEST_NOTE = 2_500;

    private final Site site;
    private final Organization organization;
    private final ObjectMapper json;

    ClaimReviewJson(Site site, Organization organization, ObjectMapper json) {
        this.site = site;
        this.organization = organization;
        this.json = json;
    }

    /** What would be published, which may be incomplete. */
    public Map<String, Object> preview(PublishedClaim claim) {
        var review = review(claim);
        review.values().removeIf(Objects::isNull);
        return review;
    }

    /** One JSON-LD document; {@code <} is written as an escape, so that it may be put in a script element. */
    public String of(PublishedClaim claim) {
        return Json.text(json, review(claim)).replace("<", "\\u003c");
    }

    private Map<String, Object> review(PublishedClaim claim) {
        var revision = claim.current();
        var content = revision.content();
        var url = site.url("/claims/" + claim.id());
        var review = thing("ClaimReview");
        review.putFirst("@context", "https://schema.org");
        review.put("@id", url + "#review");
        review.put("url", url);
        review.put(
                "claimReviewed",
                Shortened.toBytes(LONGEST_REVIEWED, content.claim().text()));
        review.put("itemReviewed", item(claim));
        review.put("author", organization());
        if (organization.logo().isPresent() || organization.correctionsPolicy().isPresent()) {
            review.put("publisher", publisher());
        }
        if (content.rating() != null) {
            review.put("reviewRating", rating(content.rating(), content.language()));
        }
        review.put("reviewBody", Shortened.toBytes(LONGEST_NOTE, content.summary()));
        review.put("datePublished", claim.first().publishedAt());
        review.put("dateModified", revision.publishedAt());
        review.put("version", revision.number());
        var corrections = Bounded.first(
                claim.revisions().stream()
                        .filter(past -> past.kind() == RevisionKind.CORRECTION && !past.isRemoved())
                        .map(this::correction)
                        .toList(),
                Object::toString,
                MOST_BYTES);
        if (!corrections.isEmpty()) {
            review.put("correction", corrections);
        }
        review.put(
                "citation",
                Bounded.first(content.sources(), Object::toString, MOST_BYTES).stream()
                        .map(source -> {
                            var citation = thing("CreativeWork");
                            if (source.url() != null) {
                                citation.put("url", source.url());
                            }
                            citation.put("name", source.title());
                            if (source.archiveUrl() != null) {
                                citation.put("archivedAt", source.archiveUrl());
                            }
                            return citation;
                        })
                        .toList());
        review.put("inLanguage", content.language());
        return review;
    }

    private Map<String, Object> item(PublishedClaim claim) {
        var words = claim.current().content().claim();
        var item = thing("Claim");
        item.put("text", Shortened.toBytes(LONGEST_CLAIM, words.text()));
        if (words.claimant() != null) {
            item.put("author", author(words.claimant()));
        }
        if (words.claimDate() != null) {
            item.put("datePublished", words.claimDate());
        }
        var works = Bounded.first(claim.appearances(), place -> place.url() + place.title(), MOST_BYTES).stream()
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

    static Map<String, Object> author(Claimant claimant) {
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

    Map<String, Object> organization() {
        var publisher = thing("Organization");
        publisher.put("name", organization.name());
        publisher.put("url", site.url(organization.url()));
        return publisher;
    }

    private Map<String, Object> publisher() {
        var publisher = organization();
        organization.logo().ifPresent(logo -> publisher.put("logo", site.url("/logo")));
        var policy = OwnWords.of(organization.correctionsPolicy());
        if (policy != null) {
            publisher.put(
                    "correctionsPolicy", policy.url() != null ? policy.url() : site.url("/about#corrections-policy"));
        }
        return publisher;
    }

    static Map<String, Object> rating(Rating rating, String language) {
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
        comment.put("text", Shortened.toBytes(LONGEST_NOTE, revision.content().publicNote()));
        comment.put("datePublished", revision.publishedAt());
        return comment;
    }

    static LinkedHashMap<String, Object> thing(String type) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        return thing;
    }
}
