package org.quotecheck.page;

import java.util.List;
import java.util.stream.IntStream;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.interchange.Bounded;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.ClaimWords;
import org.quotecheck.statement.Shortened;
import org.quotecheck.verdict.Explanation;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictRevision;

/**
 * What a claim's public page shows, and what the page of one of its revisions shows; absent values are null.
 *
 * @param removed the words of this revision may not be shown
 * @param frozen whether this is a revision's page, which shows nothing that came later
 * @param newest the number of the revision that stands today
 */
record ClaimPage(
        String id,
        String path,
        WordsPart claim,
        VerdictPart verdict,
        RevisionPart correction,
        Explanation explanation,
        List<SourceView> sources,
        int sourcesTotal,
        List<PublishedClaim.Occurrence> appearances,
        int appearancesTotal,
        List<RevisionPart> revisions,
        boolean underReview,
        boolean retracted,
        boolean removed,
        boolean frozen,
        int newest) {

    /** Of each list that grows with the claim; so the page stays below 60 KB. */
    private static final int MOST_BYTES = 6_000;

    /** Of one text, which has this many letters at most in English, and fewer in most other languages. */
    private static final int MOST_OF_A_CLAIM = 6_000;

    private static final int MOST_OF_A_TEXT = 2_500;
    private static final int MOST_OF_A_PAST_NOTE = 1_200;

    record WordsPart(String text, String language, String claimantName, String claimantJobTitle, String claimDate) {
        private static final int TITLE = 120;

        /** As long as a title of a page may be. */
        public String headline() {
            return Shortened.to(TITLE, text);
        }
    }

    /** @param tone the rating as style sheets know it */
    record VerdictPart(
            int number,
            String tone,
            String rating,
            String ratingLabel,
            Integer ordinal,
            String quoteVerdict,
            String quoteVerdictLabel,
            String summary,
            String language,
            String publicNote,
            String publishedAt,
            String firstAt,
            String proposedBy,
            String approvedBy,
            boolean singleReviewer,
            String digest) {

        private static final int DESCRIPTION = 300;

        /** As much of the summary as others show of a page. */
        public String description() {
            return Shortened.to(DESCRIPTION, summary);
        }
    }

    /** @param formerLabel what was said before; null where that was nothing, or the same */
    record RevisionPart(
            int number,
            String kind,
            boolean removed,
            String publishedAt,
            String publicNote,
            String language,
            String label,
            String formerLabel,
            String formerAt) {}

    /** @param names whether those who made the verdict are named */
    static ClaimPage of(PublishedClaim claim, String language, boolean names) {
        return of(claim, claim.current(), language, names, false);
    }

    static ClaimPage of(PublishedClaim claim, VerdictRevision shown, String language, boolean names, boolean frozen) {
        var content = shown.content();
        var sources = content.sources();
        boolean retracted = shown.kind() == RevisionKind.RETRACTION;
        var cited = retracted
                ? List.<SourceView>of()
                : Bounded.first(sources.stream().map(ClaimPage::source).toList(), Object::toString, MOST_BYTES);
        var revisions = revisions(claim.revisions(), language);
        return new ClaimPage(
                claim.id().toString(),
                "/claims/" + claim.id(),
                words(content.claim()),
                verdict(shown, claim.first(), language, names),
                revisions.stream()
                        .filter(revision -> revision.number() <= shown.number()
                                && revision.kind().equals("correction"))
                        .findFirst()
                        .orElse(null),
                Explanation.of(content.explanation(), cited.size(), Explanation.PAGE_ROOM),
                cited,
                sources.size(),
                Bounded.first(claim.appearances(), Object::toString, MOST_BYTES),
                claim.appearancesTotal(),
                Bounded.first(revisions, revision -> "x".repeat(300) + revision.publicNote(), MOST_BYTES),
                claim.underReview(),
                retracted,
                shown.isRemoved(),
                frozen,
                claim.current().number());
    }

    private static SourceView source(SourceView whole) {
        return whole.with(
                Shortened.toBytes(MOST_OF_A_TEXT, whole.excerpt()), Shortened.toBytes(MOST_OF_A_TEXT, whole.note()));
    }

    private static WordsPart words(ClaimWords words) {
        var claimant = words.claimant();
        return new WordsPart(
                Shortened.toBytes(MOST_OF_A_CLAIM, words.text()),
                words.language(),
                claimant == null ? null : claimant.name(),
                claimant == null ? null : claimant.jobTitle(),
                text(words.claimDate()));
    }

    private static VerdictPart verdict(VerdictRevision shown, VerdictRevision first, String language, boolean names) {
        var content = shown.content();
        var scale = content.rating() == null ? null : content.rating().scaleValue();
        return new VerdictPart(
                shown.number(),
                content.rating() == null ? "retracted" : content.rating().toString(),
                text(content.rating()),
                Labels.of(content.rating(), language),
                scale == null || scale.isEmpty() ? null : scale.getAsInt(),
                text(content.quoteVerdict()),
                Labels.of(content.quoteVerdict(), language),
                content.summary(),
                content.language(),
                Shortened.toBytes(MOST_OF_A_TEXT, content.publicNote()),
                shown.publishedAt().toString(),
                first.publishedAt().toString(),
                names ? shown.proposedBy().name() : null,
                names ? shown.approvedBy().name() : null,
                Boolean.TRUE.equals(content.singleReviewer()),
                shown.digest());
    }

    private static List<RevisionPart> revisions(List<VerdictRevision> newestFirst, String language) {
        return IntStream.range(0, newestFirst.size())
                .mapToObj(i -> revision(
                        newestFirst.get(i), i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : null, language))
                .toList();
    }

    private static RevisionPart revision(VerdictRevision revision, VerdictRevision before, String language) {
        var content = revision.content();
        var former =
                before == null || revision.isRemoved() ? null : before.content().rating();
        boolean changed = former != null && former != content.rating();
        return new RevisionPart(
                revision.number(),
                revision.kind() == null ? "unknown" : revision.kind().toString(),
                revision.isRemoved(),
                revision.publishedAt().toString(),
                Shortened.toBytes(MOST_OF_A_PAST_NOTE, content.publicNote()),
                content.language(),
                Labels.of(content.rating(), language),
                changed ? Labels.of(former, language) : null,
                before == null ? null : before.publishedAt().toString());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
