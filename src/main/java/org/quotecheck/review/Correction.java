package org.quotecheck.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.QuoteVerdict;
import org.quotecheck.verdict.Rating;
import org.quotecheck.verdict.RevisionReads;
import org.quotecheck.verdict.VerdictContent;
import org.quotecheck.verdict.VerdictRevision;

/**
 * A published verdict that corrected the previous one.
 *
 * @param before the revision that stood there; null where none is on record
 */
public record Correction(VerdictRevision revision, VerdictRevision before) {

    /** The log's entry: {@code from} and {@code to} are ratings; absent where one of them has none. */
    @RegisterForReflection
    record CorrectionView(
            UUID claimId,
            String text,
            String url,
            int revision,
            Boolean removed,
            Rating from,
            String fromLabel,
            Rating to,
            String toLabel,
            QuoteVerdict quoteVerdictFrom,
            QuoteVerdict quoteVerdictTo,
            String publicNote,
            String language,
            Instant publishedAt) {}

    /** Newest first; two statements. */
    public static PageView<Correction> page(RevisionReads revisions, Limit limit, String cursor) {
        var last = cursor == null ? null : Cursor.read(cursor, 3);
        var rows = last == null
                ? revisions.corrections(limit.value() + 1)
                : revisions.corrections(
                        Cursor.time(last.get(0)),
                        Cursor.id(last.get(1)),
                        Cursor.integer(last.get(2)),
                        limit.value() + 1);
        var page = PageView.of(
                rows,
                limit,
                row -> List.of(row.publishedAt().toString(), row.claimId().toString(), String.valueOf(row.number())));
        var before = revisions.before(page.items());
        return page.map(row -> new Correction(row, before.get(row)));
    }

    /** The rating that was corrected; null where that is not to be shown, or there was none. */
    public Rating from() {
        return wrong().rating();
    }

    /** What it said; nothing if nothing is on record, or the correction itself is not to be shown. */
    private VerdictContent wrong() {
        return before == null || revision.isRemoved() ? VerdictContent.REMOVED : before.content();
    }

    CorrectionView view(Site site) {
        var content = revision.content();
        var language = content.language();
        return new CorrectionView(
                revision.claimId(),
                content.claim().text(),
                site.url("/claims/" + revision.claimId()),
                revision.number(),
                revision.isRemoved() ? true : null,
                from(),
                Labels.of(from(), language),
                content.rating(),
                Labels.of(content.rating(), language),
                wrong().quoteVerdict(),
                content.quoteVerdict(),
                content.publicNote(),
                language,
                revision.publishedAt());
    }
}
