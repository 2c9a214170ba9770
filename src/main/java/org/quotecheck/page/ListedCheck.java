package org.quotecheck.page;

import java.util.UUID;
import org.quotecheck.statement.Shortened;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.VerdictContent;

/**
 * A claim with its verdict as lists show it; absent values are null.
 *
 * @param tone the rating as style sheets know it, or that the check was withdrawn
 * @param label in the list's language; null for a withdrawn check
 * @param underReview that the verdict stands until a new review ends
 * @param quote the words as they stand in an article, where the list is one of an article's
 */
record ListedCheck(
        String path,
        String tone,
        String label,
        String text,
        String language,
        String claimant,
        String summary,
        String summaryLanguage,
        String publishedAt,
        boolean underReview,
        String quote,
        String quoteUrl) {

    /** Of one text in a list; all of it is on the claim's page. */
    private static final int LONGEST = 300;

    static ListedCheck of(
            UUID claim, VerdictContent content, Object publishedAt, boolean underReview, String language) {
        var words = content.claim();
        return new ListedCheck(
                "/claims/" + claim,
                content.rating() == null ? "retracted" : content.rating().toString(),
                Labels.of(content.rating(), language),
                Shortened.to(LONGEST, words.text()),
                words.language(),
                words.claimant() == null ? null : words.claimant().name(),
                Shortened.to(LONGEST, content.summary()),
                content.language(),
                publishedAt.toString(),
                underReview,
                null,
                null);
    }

    ListedCheck withQuote(String words, String url) {
        return new ListedCheck(
                path,
                tone,
                label,
                text,
                language,
                claimant,
                summary,
                summaryLanguage,
                publishedAt,
                underReview,
                Shortened.to(LONGEST, words),
                url);
    }
}
