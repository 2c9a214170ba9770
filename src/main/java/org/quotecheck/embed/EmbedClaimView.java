package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.QuoteVerdict;
import org.quotecheck.verdict.Rating;

/** A claim with its verdict as widgets get it (openapi.yaml, EmbedClaim); {@code sources} is how many are cited. */
@RegisterForReflection
record EmbedClaimView(
        UUID id,
        List<UUID> requested,
        String text,
        String language,
        String claimant,
        Rating rating,
        String ratingLabel,
        QuoteVerdict quoteVerdict,
        String quoteVerdictLabel,
        String labelLanguage,
        String summary,
        String summaryLanguage,
        String url,
        Instant publishedAt,
        Instant updatedAt,
        int revision,
        Boolean removed,
        Boolean underReview,
        Boolean corrected,
        List<EmbedCorrectionView> corrections,
        Boolean retracted,
        Boolean singleReviewer,
        Integer sources,
        OrganizationView organization,
        List<Embeds.QuotedWords> quotes) {

    @RegisterForReflection
    record OrganizationView(String name, String url) {}

    /** What was said before, and what since, each as its language says it. */
    @RegisterForReflection
    record EmbedCorrectionView(Rating from, String fromLabel, Rating to, String toLabel, Instant publishedAt) {}

    /**
     * @param requested null outside look-ups by id
     * @param quotes null outside look-ups by page
     */
    static EmbedClaimView of(
            EmbedContent content,
            List<UUID> requested,
            List<Embeds.QuotedWords> quotes,
            String language,
            Site site,
            Organization organization) {
        var labels = Labels.resolve(language == null || language.isBlank() ? content.summaryLanguage() : language);
        if (content.isRemoved()) {
            return removed(content, requested, labels, site, organization);
        }
        return new EmbedClaimView(
                content.id(),
                requested,
                content.text(),
                content.language(),
                content.claimant(),
                content.rating(),
                Labels.of(content.rating(), labels),
                content.quoteVerdict(),
                Labels.of(content.quoteVerdict(), labels),
                labels,
                content.summary(),
                content.summaryLanguage(),
                site.url("/claims/" + content.id()),
                content.publishedAt(),
                content.updatedAt(),
                content.revision(),
                null,
                content.underReview(),
                content.corrected(),
                corrections(content, labels),
                content.retracted(),
                content.singleReviewer(),
                content.sources(),
                new OrganizationView(organization.name(), site.url(organization.url())),
                quotes);
    }

    private static List<EmbedCorrectionView> corrections(EmbedContent content, String language) {
        return content.corrections() == null
                ? null
                : content.corrections().stream()
                        .map(correction -> new EmbedCorrectionView(
                                correction.from(),
                                Labels.of(correction.from(), language),
                                correction.to(),
                                Labels.of(correction.to(), language),
                                correction.publishedAt()))
                        .toList();
    }

    private static EmbedClaimView removed(
            EmbedContent content, List<UUID> requested, String labels, Site site, Organization organization) {
        return new EmbedClaimView(
                content.id(),
                requested,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                labels,
                null,
                null,
                site.url("/claims/" + content.id()),
                content.publishedAt(),
                content.updatedAt(),
                content.revision(),
                true,
                content.underReview(),
                content.corrected(),
                null,
                null,
                null,
                null,
                new OrganizationView(organization.name(), site.url(organization.url())),
                null);
    }
}
