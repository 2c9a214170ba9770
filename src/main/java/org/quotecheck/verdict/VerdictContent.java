package org.quotecheck.verdict;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.quotecheck.source.Source;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.ClaimWords;

/**
 * What a revision says, frozen: the draft's fields, the claim's words and the cited sources as they stood. Its
 * {@code contentDigest} is taken over the RFC 8785 form of exactly these members.
 */
@RegisterForReflection
public record VerdictContent(
        Rating rating,
        QuoteVerdict quoteVerdict,
        List<String> reasons,
        String summary,
        String explanation,
        String language,
        ClaimWords claim,
        List<SourceView> sources,
        String publicNote,
        Boolean singleReviewer) {

    /** What is published in place of a verdict that is taken back: the note, and nothing of what was found. */
    public static VerdictContent retraction(VerdictContent retracted, String publicNote, boolean singleReviewer) {
        return new VerdictContent(
                null,
                null,
                null,
                publicNote,
                null,
                retracted.language(),
                retracted.claim(),
                List.of(),
                publicNote,
                singleReviewer ? true : null);
    }

    public static VerdictContent of(
            ClaimWords claim, VerdictDraft draft, List<Source> all, String publicNote, boolean singleReviewer) {
        return new VerdictContent(
                draft.rating,
                draft.quoteVerdict,
                draft.reasons == null ? null : List.of(draft.reasons),
                draft.summary,
                draft.explanation,
                draft.language,
                claim,
                draft.cited(all).stream().map(SourceView::of).toList(),
                publicNote,
                singleReviewer ? true : null);
    }
}
