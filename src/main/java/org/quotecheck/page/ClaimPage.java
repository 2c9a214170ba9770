package org.quotecheck.page;

import java.util.Arrays;
import java.util.List;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Site;
import org.quotecheck.interchange.Bounded;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.Claimant;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.VerdictRevision;

/** What the claim's public page shows; times are RFC 3339, absent values null. */
record ClaimPage(
        ClaimPart claim,
        VerdictPart verdict,
        List<String> explanationParagraphs,
        int explanationTotal,
        List<SourcePart> sources,
        int sourcesTotal,
        List<PublishedClaim.Place> appearances,
        int appearancesTotal,
        List<RevisionPart> revisions,
        boolean underReview,
        boolean retracted,
        boolean removed) {

    /** Of each list that grows with the claim; so the page stays below 60 KB. */
    private static final int MOST_BYTES = 7_000;

    record ClaimPart(
            String id,
            String text,
            String language,
            String claimantName,
            String claimantJobTitle,
            String claimDate,
            String url) {}

    record VerdictPart(
            int number,
            String rating,
            String ratingLabel,
            Integer ordinal,
            String quoteVerdict,
            String quoteVerdictLabel,
            String summary,
            String language,
            String publicNote,
            String publishedAt,
            String proposedBy,
            String approvedBy,
            boolean singleReviewer,
            String digest) {}

    record SourcePart(
            String url,
            String reference,
            String title,
            String publisher,
            String author,
            String publishedAt,
            String accessedAt,
            String archiveUrl,
            String role,
            String excerpt,
            String note) {}

    record RevisionPart(int number, String kind, String publishedAt, String publicNote, boolean removed) {}

    static ClaimPage of(PublishedClaim claim, Site site, boolean namesShown) {
        var content = claim.current().content();
        var paragraphs = content.explanation() == null
                ? List.<String>of()
                : Arrays.stream(content.explanation().split("\\R\\s*\\R"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
        return new ClaimPage(
                claim(claim, site),
                verdict(claim.current(), namesShown),
                paragraphs.isEmpty() ? null : Bounded.first(paragraphs, text -> text, MOST_BYTES),
                paragraphs.size(),
                Bounded.first(content.sources(), Object::toString, MOST_BYTES).stream()
                        .map(ClaimPage::source)
                        .toList(),
                content.sources().size(),
                Bounded.first(claim.appearances(), Object::toString, MOST_BYTES),
                claim.appearancesTotal(),
                Bounded.first(
                                claim.revisions(),
                                revision -> "x".repeat(100) + revision.content().publicNote(),
                                MOST_BYTES / 2)
                        .stream()
                        .map(revision -> new RevisionPart(
                                revision.number(),
                                revision.kind() == null
                                        ? "unknown"
                                        : revision.kind().toString(),
                                revision.publishedAt().toString(),
                                revision.content().publicNote(),
                                revision.isRemoved()))
                        .toList(),
                claim.underReview(),
                claim.retracted(),
                claim.removed());
    }

    private static ClaimPart claim(PublishedClaim claim, Site site) {
        var words = claim.current().content().claim();
        var claimant = words.claimant();
        return new ClaimPart(
                claim.id().toString(),
                words.text(),
                words.language(),
                claimant == null ? null : claimant.name(),
                jobTitle(claimant),
                text(words.claimDate()),
                site.url("/claims/" + claim.id()));
    }

    private static VerdictPart verdict(VerdictRevision revision, boolean namesShown) {
        var content = revision.content();
        var scale = content.rating() == null ? null : content.rating().scaleValue();
        return new VerdictPart(
                revision.number(),
                text(content.rating()),
                Labels.of(content.rating(), content.language()),
                scale == null || scale.isEmpty() ? null : scale.getAsInt(),
                text(content.quoteVerdict()),
                Labels.of(content.quoteVerdict(), content.language()),
                content.summary(),
                content.language(),
                content.publicNote(),
                revision.publishedAt().toString(),
                namesShown ? revision.proposedBy().name() : null,
                namesShown ? revision.approvedBy().name() : null,
                Boolean.TRUE.equals(content.singleReviewer()),
                revision.digest());
    }

    private static SourcePart source(SourceView source) {
        return new SourcePart(
                source.url(),
                source.reference(),
                source.title(),
                source.publisher(),
                source.author(),
                stated(source.publishedAt()),
                source.accessedAt().toString(),
                source.archiveUrl(),
                source.role().toString(),
                source.excerpt(),
                source.note());
    }

    /** As precise as it was given: of a time the minutes, too. */
    private static String stated(String date) {
        return date == null || date.length() <= "YYYY-MM-DD".length()
                ? date
                : date.substring(0, 10) + ' ' + date.substring(11, 16) + " UTC";
    }

    private static String jobTitle(Claimant claimant) {
        return claimant == null ? null : claimant.jobTitle();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
