package org.quotecheck.verdict;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.quotecheck.security.KeptActor;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.ClaimWords;

/**
 * A revision as clients see it; labels are in the verdict's language.
 *
 * @param removed true where its content was removed by order of a court, and none of it is shown; otherwise null
 */
@RegisterForReflection
public record VerdictView(
        int number,
        RevisionKind kind,
        Boolean removed,
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
        KeptActor proposedBy,
        KeptActor approvedBy,
        Boolean singleReviewer,
        Instant publishedAt,
        String contentDigest,
        String digest,
        String previousDigest) {

    /** Without who proposed and approved. */
    public static VerdictView of(VerdictRevision revision) {
        return of(revision, actor -> null);
    }

    /** @param shown what the viewer sees of who proposed and approved; null for nothing */
    public static VerdictView of(VerdictRevision revision, UnaryOperator<KeptActor> shown) {
        var content = revision.content();
        return new VerdictView(
                revision.number(),
                revision.kind,
                revision.isRemoved() ? true : null,
                content.rating(),
                Labels.of(content.rating(), content.language()),
                content.quoteVerdict(),
                Labels.of(content.quoteVerdict(), content.language()),
                content.reasons(),
                content.summary(),
                content.explanation(),
                content.language(),
                content.claim().text() == null ? null : content.claim(),
                revision.isRemoved() ? null : content.sources(),
                content.publicNote(),
                shown.apply(revision.proposedBy),
                shown.apply(revision.approvedBy),
                content.singleReviewer(),
                revision.publishedAt,
                revision.contentDigest,
                revision.digest,
                revision.previousDigest);
    }

    /** As it appears in lists of claims: without its sources, which are served at a separate address. */
    public VerdictView withoutSources() {
        return new VerdictView(
                number,
                kind,
                removed,
                rating,
                ratingLabel,
                quoteVerdict,
                quoteVerdictLabel,
                reasons,
                summary,
                explanation,
                language,
                claim,
                null,
                publicNote,
                proposedBy,
                approvedBy,
                singleReviewer,
                publishedAt,
                contentDigest,
                digest,
                previousDigest);
    }
}
