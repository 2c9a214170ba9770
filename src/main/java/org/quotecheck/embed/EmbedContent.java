package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.quotecheck.claim.Claim;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.statement.Claimant;
import org.quotecheck.verdict.QuoteVerdict;
import org.quotecheck.verdict.Rating;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictRevision;

/** What embeds say about a claim with a verdict, as it is stored ready-made; labels and addresses come at reading. */
@RegisterForReflection
record EmbedContent(
        UUID id,
        String text,
        String claimant,
        Rating rating,
        QuoteVerdict quoteVerdict,
        String language,
        String summary,
        String summaryLanguage,
        Instant publishedAt,
        Instant updatedAt,
        int revision,
        Boolean removed,
        Boolean underReview,
        Boolean corrected,
        List<EmbedCorrection> corrections,
        Boolean retracted,
        Boolean singleReviewer,
        int sources) {

    /** @param from what we had said before; null where that was nothing */
    @RegisterForReflection
    record EmbedCorrection(Rating from, Rating to, Instant publishedAt) {}

    /** @param revisions newest first, at least one */
    static EmbedContent of(Claim claim, List<VerdictRevision> revisions) {
        return of(claim.id(), PublishedClaim.languageOf(claim), claim.isUnderReview(), revisions);
    }

    static EmbedContent of(PublishedClaim claim) {
        return of(claim.id(), claim.language(), claim.underReview(), claim.revisions());
    }

    private static EmbedContent of(UUID id, String language, boolean underReview, List<VerdictRevision> revisions) {
        var current = revisions.getFirst();
        var content = current.content();
        var words = content.claim();
        var corrections = corrections(revisions);
        return new EmbedContent(
                id,
                words.text(),
                name(words.claimant()),
                content.rating(),
                content.quoteVerdict(),
                words.language(),
                content.summary(),
                content.language() == null ? language : content.language(),
                revisions.getLast().publishedAt(),
                current.publishedAt(),
                current.number(),
                flag(current.isRemoved()),
                flag(underReview),
                flag(revisions.stream().anyMatch(revision -> revision.kind() == RevisionKind.CORRECTION)),
                corrections.isEmpty() ? null : corrections,
                flag(current.kind() == RevisionKind.RETRACTION),
                content.singleReviewer(),
                content.sources().size());
    }

    /** Newest first. */
    private static List<EmbedCorrection> corrections(List<VerdictRevision> revisions) {
        return IntStream.range(0, revisions.size() - 1)
                .filter(i -> revisions.get(i).kind() == RevisionKind.CORRECTION
                        && !revisions.get(i).isRemoved())
                .mapToObj(i -> new EmbedCorrection(
                        revisions.get(i + 1).content().rating(),
                        revisions.get(i).content().rating(),
                        revisions.get(i).publishedAt()))
                .toList();
    }

    /** Whether everything is present that always is. */
    boolean isComplete() {
        return id != null
                && publishedAt != null
                && updatedAt != null
                && (text != null || Boolean.TRUE.equals(removed) || Boolean.TRUE.equals(retracted));
    }

    /** Whether nothing of the verdict is to be shown: its content was removed, or has a rating that is unknown here. */
    boolean isRemoved() {
        return Boolean.TRUE.equals(removed) || rating == null && !Boolean.TRUE.equals(retracted);
    }

    private static String name(Claimant claimant) {
        return claimant == null ? null : claimant.name();
    }

    /** Absent instead of false. */
    private static Boolean flag(boolean set) {
        return set ? true : null;
    }
}
