package org.quotecheck.claim;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.appearance.KeptSubmission;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actor;

/** Finds one claim: with its row locked or held, or as one viewer may see it. */
public final class Claims {

    private Claims() {}

    /** The claim with its row locked until the transaction ends. */
    public static Optional<Claim> locked(UUID id) {
        return Claim.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @throws Problem 404 when it is unknown, or not for this viewer to see */
    public static Claim visible(UUID id, Actor viewer) {
        return Claim.<Claim>findByIdOptional(id)
                .filter(claim -> claim.isVisibleTo(viewer))
                .orElseThrow(Problem::notFound);
    }

    /** Nobody can change it until the transaction ends, and others may hold it in the same way at the same time. */
    static Optional<Claim> heldWithIdentity(String identity) {
        return Claim.<Claim>find("words.identity", identity)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional();
    }

    /** The same for the claim that this one is a duplicate of; none where it is none, or where that one is lost. */
    static Optional<Claim> survivorHeld(Claim duplicate) {
        return survivor(duplicate, LockModeType.PESSIMISTIC_READ);
    }

    /** The same, for who changes it: {@link #locked}. */
    static Optional<Claim> survivorLocked(Claim duplicate) {
        return survivor(duplicate, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Optional<Claim> survivor(Claim duplicate, LockModeType lock) {
        return Optional.ofNullable(duplicate.duplicateOf).flatMap(id -> Claim.findByIdOptional(id, lock));
    }

    /**
     * With its row locked until the transaction ends
     *
     * @throws Problem 404 unless it has a verdict
     */
    public static Claim publishedAndLocked(UUID id) {
        return locked(id).filter(Claim::hasVerdict).orElseThrow(Problem::notFound);
    }

    /**
     * The claim that stands for a duplicate; where this viewer may not see that one, the duplicate itself.
     *
     * @throws Problem 404 when neither is
     */
    static Claim survivor(UUID id, Actor viewer) {
        var claim = Claim.<Claim>findByIdOptional(id).orElseThrow(Problem::notFound);
        var survivor = claim.duplicateOf == null ? claim : Claim.<Claim>findById(claim.duplicateOf);
        return survivor != null && survivor.isVisibleTo(viewer) ? survivor : known(id, viewer);
    }

    /**
     * One that is this viewer's to see, or that has words which this one sent
     *
     * @throws Problem 404
     */
    static Claim known(UUID id, Actor viewer) {
        return Claim.<Claim>findByIdOptional(id)
                .filter(claim -> claim.isVisibleTo(viewer) || KeptSubmission.sent(id, viewer))
                .orElseThrow(Problem::notFound);
    }

    /** @throws ClaimExists when another claim than this one has that identity */
    static void requireNoOther(String identity, UUID id) {
        Claim.<Claim>find("words.identity = ?1 and id <> ?2", identity, id)
                .firstResultOptional()
                .ifPresent(other -> {
                    throw new ClaimExists(other.id);
                });
    }
}
