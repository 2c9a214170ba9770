package org.quotecheck.page;

import java.util.List;
import org.quotecheck.review.Correction;
import org.quotecheck.statement.Shortened;
import org.quotecheck.verdict.Labels;

/**
 * A correction as lists show it; absent values are null.
 *
 * @param text the claim; null where it may not be shown
 * @param former what was said before; null where that was nothing, the same rating, or is unknown
 * @param formerAt when that was published
 */
record ListedCorrection(
        String path,
        String text,
        String language,
        String former,
        String formerTone,
        String formerAt,
        String label,
        String tone,
        String publishedAt,
        String note,
        String noteLanguage) {

    private static final int LONGEST_CLAIM = 300;
    private static final int LONGEST_NOTE = 600;

    static List<ListedCorrection> of(List<Correction> corrections, String language) {
        return corrections.stream().map(correction -> of(correction, language)).toList();
    }

    private static ListedCorrection of(Correction correction, String language) {
        var revision = correction.revision();
        var content = revision.content();
        var former = correction.from() == content.rating() ? null : correction.from();
        return new ListedCorrection(
                "/claims/" + revision.claimId(),
                Shortened.to(LONGEST_CLAIM, content.claim().text()),
                content.claim().language(),
                Labels.of(former, language),
                former == null ? null : former.toString(),
                former == null ? null : correction.before().publishedAt().toString(),
                Labels.of(content.rating(), language),
                content.rating() == null ? null : content.rating().toString(),
                revision.publishedAt().toString(),
                Shortened.to(LONGEST_NOTE, content.publicNote()),
                content.language());
    }

    /** What changes when one of the two revisions does: their content can only be removed. */
    static String tag(Correction correction) {
        return correction.revision().digest()
                + correction.revision().isRemoved()
                + (correction.before() != null && correction.before().isRemoved());
    }
}
