package org.quotecheck.claim;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.extraction.Part;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictRevision;

/**
 * A claim as the public sees it: its revisions, where it appeared, and what is being done with it. Three statements.
 *
 * @param revisions newest first, at least one
 * @param appearances the first one first
 */
public record PublishedClaim(
        UUID id, List<VerdictRevision> revisions, List<Place> appearances, boolean underReview, int version) {

    /** @param quote the quoted words, null where only the page is known */
    public record Place(String url, String title, String publisherName, String date, String quote, boolean first) {

        static Place of(Appearance appearance, boolean first) {
            return new Place(
                    appearance.url,
                    appearance.title,
                    appearance.publisherName,
                    appearance.date == null ? null : appearance.date.toString(),
                    appearance.parts == null
                            ? null
                            : Part.joined(appearance.parts.stream()
                                    .map(Appearance.Words::exact)
                                    .toList()),
                    first);
        }
    }

    /**
     * A duplicate's survivor in its place. Empty for a claim that is unknown or has no verdict: to the public that is
     * the same.
     */
    public static Optional<PublishedClaim> withId(UUID id) {
        return Claim.<Claim>findByIdOptional(id)
                .map(claim -> claim.duplicateOf == null ? claim : Claim.<Claim>findById(claim.duplicateOf))
                .filter(Claim::hasVerdict)
                .map(PublishedClaim::of);
    }

    private static PublishedClaim of(Claim claim) {
        var places = Appearance.of(List.of(claim.id));
        return new PublishedClaim(
                claim.id,
                VerdictRevision.of(claim.id),
                places.stream()
                        .map(place -> Place.of(place, place == places.getFirst()))
                        .toList(),
                claim.isUnderReview(),
                claim.version);
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

    public boolean retracted() {
        return current().kind() == RevisionKind.RETRACTION;
    }

    public VerdictRevision first() {
        return revisions.getLast();
    }
}
