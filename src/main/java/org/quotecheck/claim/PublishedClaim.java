package org.quotecheck.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.appearance.Appearances;
import org.quotecheck.security.Actor;
import org.quotecheck.source.Source;
import org.quotecheck.statement.Shortened;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictContent;
import org.quotecheck.verdict.VerdictDraft;
import org.quotecheck.verdict.VerdictRevision;

/**
 * A claim as the public sees it: its revisions, where it appeared, and what is being done with it. Three statements.
 *
 * @param language of the claim as it is worked on
 * @param revisions newest first, at least one
 * @param appearances the first one first, then the newest, at most 20
 * @param appearancesTotal how many there are
 */
public record PublishedClaim(
        UUID id,
        String language,
        List<VerdictRevision> revisions,
        List<Occurrence> appearances,
        int appearancesTotal,
        boolean underReview,
        int version) {

    /**
     * @param link the page's address with the words to which a browser scrolls
     * @param quote the quoted words, null where only the page is known
     */
    public record Occurrence(
            String url, String link, String title, String publisherName, String date, String quote, boolean first) {

        private static final int BEGINNING = 600;

        /** As much of the quote as is shown next to the claim. */
        public String beginning() {
            return Shortened.to(BEGINNING, quote);
        }

        static Occurrence of(Appearance appearance, boolean first) {
            return new Occurrence(
                    appearance.url(),
                    appearance.link(),
                    appearance.title(),
                    appearance.publisherName(),
                    appearance.date() == null ? null : appearance.date().toString(),
                    appearance.quote(),
                    first);
        }
    }

    /**
     * The survivor instead of a duplicate. Empty for a claim that is unknown or has no verdict: to the public that is
     * the same.
     */
    static Optional<PublishedClaim> withId(UUID id) {
        return Claim.<Claim>findByIdOptional(id)
                .map(claim -> claim.duplicateOf == null ? claim : Claim.<Claim>findById(claim.duplicateOf))
                .filter(Claim::hasVerdict)
                .map(PublishedClaim::of)
                .filter(claim -> !claim.revisions.isEmpty());
    }

    /** The claim as if its draft were published now; empty without one. */
    public static Optional<PublishedClaim> preview(Claim claim, Actor approver, Instant now) {
        return Optional.ofNullable(VerdictDraft.of(claim.id)).map(draft -> {
            var published = of(claim);
            var content = VerdictContent.of(claim.words.words(), draft, Source.of(List.of(claim.id)), null, false);
            var kind = claim.hasVerdict() ? RevisionKind.UPDATE : RevisionKind.INITIAL;
            var next = VerdictRevision.next(
                    published.revisions().stream().findFirst(),
                    claim.id,
                    kind,
                    content,
                    approver.kept(),
                    approver.kept(),
                    now);
            return new PublishedClaim(
                    claim.id,
                    published.language(),
                    Stream.concat(Stream.of(next), published.revisions().stream())
                            .toList(),
                    published.appearances(),
                    published.appearancesTotal(),
                    false,
                    claim.version);
        });
    }

    private static PublishedClaim of(Claim claim) {
        var places = Appearances.confirmed(List.of(claim.id)).getOrDefault(claim.id, Appearances.Confirmed.NONE);
        return new PublishedClaim(
                claim.id,
                languageOf(claim),
                VerdictRevision.of(claim.id),
                places.shown().stream()
                        .map(place ->
                                Occurrence.of(place, place == places.shown().getFirst()))
                        .toList(),
                places.total(),
                claim.isUnderReview(),
                claim.version);
    }

    PublishedClaim with(List<VerdictRevision> newestFirst) {
        return new PublishedClaim(id, language, newestFirst, appearances, appearancesTotal, underReview, version);
    }

    /** In which its words are worked on; what was found may be told in another. */
    public static String languageOf(Claim claim) {
        return claim.words.words().language();
    }

    /** The oldest claim with a verdict, if any. */
    public static Optional<UUID> firstId() {
        return Claim.<Claim>find("revision > 0 and duplicateOf is null order by id")
                .firstResultOptional()
                .map(Claim::id);
    }

    public VerdictRevision current() {
        return revisions.getFirst();
    }

    /** Whether nothing of its current revision is to be shown. */
    public boolean removed() {
        return current().isRemoved();
    }

    /** What is said about it is in this language: that of what was found, or of the claim where that was removed. */
    public String verdictLanguage() {
        var own = current().content().language();
        return own == null ? language : own;
    }

    public boolean retracted() {
        return current().kind() == RevisionKind.RETRACTION;
    }

    public VerdictRevision first() {
        return revisions.getLast();
    }
}
