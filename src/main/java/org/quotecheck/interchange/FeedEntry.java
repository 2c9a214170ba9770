package org.quotecheck.interchange;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quotecheck.deployment.Site;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.VerdictContent;
import org.quotecheck.verdict.VerdictRevision;

/**
 * One entry of an Atom feed.
 *
 * @param id that never changes
 * @param deleted the entry was withdrawn at {@code updated} and has nothing else (RFC 6721)
 */
@TemplateData
record FeedEntry(
        String id,
        boolean deleted,
        String title,
        String url,
        Instant published,
        Instant updated,
        String summary,
        String category,
        String label,
        String language) {

    /** What XML 1.0 (section 2.2) cannot hold. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String REPLACEMENT = "\ufffd";

    static FeedEntry of(PublishedFeed.PublishedItem item, Site site) {
        var content = item.content();
        var url = site.url("/claims/" + item.id());
        if (content == null) {
            return new FeedEntry(id(item.id()), true, null, url, item.first(), item.last(), null, null, null, null);
        }
        return entry(id(item.id()), content, url, item.first(), item.last(), content.summary());
    }

    /** A correction: its note says what was wrong. */
    static FeedEntry of(VerdictRevision correction, VerdictContent content, Site site) {
        return entry(
                id(correction.claimId()) + "#revision-" + correction.number(),
                content,
                site.url("/claims/" + correction.claimId()),
                correction.publishedAt(),
                correction.publishedAt(),
                content.publicNote());
    }

    private static FeedEntry entry(
            String id, VerdictContent content, String url, Instant published, Instant updated, String summary) {
        var label = Labels.of(content.rating(), content.language());
        return new FeedEntry(
                id,
                false,
                plain((label == null ? "" : label + ": ") + content.claim().text()),
                url,
                published,
                updated,
                plain(summary),
                content.rating() == null ? null : content.rating().toString(),
                label,
                content.language());
    }

    private static String id(UUID claim) {
        return "urn:uuid:" + claim;
    }

    private static String plain(String text) {
        return text == null ? "" : NO_XML.matcher(text).replaceAll(REPLACEMENT);
    }
}
