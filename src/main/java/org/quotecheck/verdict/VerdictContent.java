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

    private static final ClaimWords NO_WORDS = new ClaimWords(null, null, null, null);

    /** What is left where a revision's content was removed, or cannot be read: nothing. */
    public static final VerdictContent REMOVED =
            new VerdictContent(null, null, null, null, null, null, NO_WORDS, List.of(), null, null);

    public VerdictContent {
        sources = sources == null ? List.of() : sources;
    }

    /**
     * What is published in place of a retracted verdict: the note, and nothing of what was found.
     *
     * @param language of the note, where the retracted content no longer states it
     */
    public static VerdictContent retraction(
            VerdictContent retracted, String language, String publicNote, boolean singleReviewer) {
        return new VerdictContent(
                null,
                null,
                null,
                publicNote,
                null,
                retracted == REMOVED ? language : retracted.language(),
                retracted == REMOVED ? null : retracted.claim(),
                List.of(),
                publicNote,
                singleReviewer ? true : null);
    }

    /** With a claim of no words where it has none, as after the retraction of what was removed. */
    VerdictContent shown() {
        return claim != null
                ? this
                : new VerdictContent(
                        rating,
                        quoteVerdict,
                        reasons,
                        summary,
                        explanation,
                        language,
                        NO_WORDS,
                        sources,
                        publicNote,
                        singleReviewer);
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
