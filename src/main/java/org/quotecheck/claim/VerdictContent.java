package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

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

    /** The claim as it stood. */
    @RegisterForReflection
    public record ClaimWords(String text, Claimant claimant, LocalDate claimDate, String language) {

        static ClaimWords of(Claim claim) {
            return new ClaimWords(
                    claim.words.text, claim.words.claimant(), claim.words.claimDate, claim.words.language);
        }
    }

    /** What is published in place of a verdict that is taken back: the note, and nothing of what was found. */
    static VerdictContent retraction(VerdictContent retracted, String publicNote, boolean singleReviewer) {
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

    static VerdictContent of(
            Claim claim, VerdictDraft draft, List<Source> all, String publicNote, boolean singleReviewer) {
        return new VerdictContent(
                draft.rating,
                draft.quoteVerdict,
                draft.reasons == null ? null : List.of(draft.reasons),
                draft.summary,
                draft.explanation,
                draft.language,
                ClaimWords.of(claim),
                draft.cited(all).stream().map(SourceView::of).toList(),
                publicNote,
                singleReviewer ? true : null);
    }
}
