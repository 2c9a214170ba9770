package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quotecheck.claim.Claim;
import org.quotecheck.statement.Claimant;
import org.quotecheck.verdict.QuoteVerdict;
import org.quotecheck.verdict.Rating;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictRevision;

/** What embeds say of a claim with a verdict, as it is stored ready-made; labels and addresses come at reading. */
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
        Boolean underReview,
        Boolean corrected,
        Boolean retracted,
        Boolean singleReviewer,
        int sources) {

    /** @param revisions newest first, at least one */
    static EmbedContent of(Claim claim, List<VerdictRevision> revisions) {
        var current = revisions.getFirst();
        var content = current.content();
        var words = content.claim();
        return new EmbedContent(
                claim.id(),
                words.text(),
                name(words.claimant()),
                content.rating(),
                content.quoteVerdict(),
                words.language(),
                content.summary(),
                content.language(),
                revisions.getLast().publishedAt(),
                current.publishedAt(),
                current.number(),
                flag(claim.isUnderReview()),
                flag(revisions.stream().anyMatch(revision -> revision.kind() == RevisionKind.CORRECTION)),
                flag(current.kind() == RevisionKind.RETRACTION),
                content.singleReviewer(),
                content.sources().size());
    }

    private static String name(Claimant claimant) {
        return claimant == null ? null : claimant.name();
    }

    /** Absent instead of false. */
    private static Boolean flag(boolean set) {
        return set ? true : null;
    }
}
