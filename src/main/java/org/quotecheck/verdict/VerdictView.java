package org.quotecheck.verdict;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.ClaimWords;

/** A revision as clients see it; labels are in the verdict's language. */
@RegisterForReflection
public record VerdictView(
        int number,
        RevisionKind kind,
        Rating rating,
        String ratingLabel,
        QuoteVerdict quoteVerdict,
        String quoteVerdictLabel,
        List<String> reasons,
        String summary,
        String explanation,
        String language,
        ClaimWords claim,
        List<SourceView> sources,
        String publicNote,
        String proposedBy,
        String approvedBy,
        Boolean singleReviewer,
        Instant publishedAt,
        String contentDigest,
        String digest,
        String previousDigest) {

    /** @param namesShown whether this deployment shows who proposed and approved */
    public static VerdictView of(VerdictRevision revision, boolean namesShown) {
        var content = revision.content();
        return new VerdictView(
                revision.number(),
                revision.kind,
                content.rating(),
                Labels.of(content.rating(), content.language()),
                content.quoteVerdict(),
                Labels.of(content.quoteVerdict(), content.language()),
                content.reasons(),
                content.summary(),
                content.explanation(),
                content.language(),
                content.claim(),
                content.sources(),
                content.publicNote(),
                namesShown ? revision.proposedBy : null,
                namesShown ? revision.approvedBy : null,
                content.singleReviewer(),
                revision.publishedAt,
                revision.contentDigest,
                revision.digest,
                revision.previousDigest);
    }
}
