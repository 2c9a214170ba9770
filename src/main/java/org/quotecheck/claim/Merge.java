package org.quotecheck.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.appearance.Appearances;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actor;

/** Makes a claim the duplicate of another, its survivor, and undoes it: what belongs to the claim goes with it. */
@ApplicationScoped
class Merge {

    private final Event<ClaimMerged> merges;
    private final Event<ClaimChanged> changes;

    Merge(Event<ClaimMerged> merges, Event<ClaimChanged> changes) {
        this.merges = merges;
        this.changes = changes;
    }

    /**
     * Moves the claim's appearances, and its own duplicates, to the survivor.
     *
     * @param needsVerdict whether only a claim with a verdict may survive, and none that took it back may hide one that
     *     stands
     * @throws Problem 422 when the survivor is unknown, the claim itself, a duplicate, rejected, or without the verdict
     *     that is needed
     */
    void into(Claim claim, UUID survivorId, boolean needsVerdict, Actor actor, Instant now) {
        var survivor = survivor(claim, survivorId, needsVerdict);
        Claim.<Claim>find("duplicateOf", claim.id).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .forEach(earlier -> {
                    earlier.mergeInto(survivor);
                    earlier.touch(now);
                    HistoryEntry.record(
                            earlier,
                            "survivor_changed",
                            actor,
                            now,
                            Map.of("duplicateOf", claim.id),
                            Map.of("duplicateOf", survivor.id));
                });
        claim.mergeInto(survivor);
        Appearances.move(claim.id, survivor.id, survivor.hasVerdict());
        finish(new ClaimMerged(claim.id, survivor.id, false), survivor, "duplicate_added", actor, now);
    }

    /** The claim's own appearances come back; what others brought stays with the survivor, unless its row is lost. */
    void undo(Claim claim, Actor actor, Instant now) {
        var survivor = Claims.survivorLocked(claim);
        claim.part();
        Appearances.restore(claim.id);
        var undone = new ClaimMerged(claim.id, survivor.map(Claim::id).orElse(null), true);
        survivor.ifPresentOrElse(found -> finish(undone, found, "duplicate_removed", actor, now), () -> tell(undone));
    }

    private void finish(ClaimMerged merged, Claim survivor, String action, Actor actor, Instant now) {
        survivor.touch(now);
        HistoryEntry.record(survivor, action, actor, now, null, Map.of("duplicate", merged.duplicate()));
        tell(merged);
        if (survivor.hasVerdict()) {
            changes.fire(new ClaimChanged(survivor.id));
        }
    }

    private void tell(ClaimMerged merged) {
        Claim.flush();
        merges.fire(merged);
    }

    private static Claim survivor(Claim claim, UUID id, boolean needsVerdict) {
        if (id == null) {
            throw Problem.invalid("/duplicateOf", "is required");
        }
        if (id.equals(claim.id)) {
            throw Problem.invalid("/duplicateOf", "must not be the claim itself");
        }
        var survivor =
                Claims.locked(id).orElseThrow(() -> Problem.invalid("/duplicateOf", "does not identify a known claim"));
        if (survivor.status == ClaimStatus.DUPLICATE) {
            throw Problem.invalid(
                    "/duplicateOf", "must not itself be a duplicate; it is a duplicate of " + survivor.duplicateOf);
        }
        if (survivor.status == ClaimStatus.REJECTED) {
            throw Problem.invalid("/duplicateOf", "must not be a rejected claim");
        }
        if (needsVerdict && (!survivor.hasVerdict() || survivor.retracted && !claim.retracted)) {
            throw Problem.invalid("/duplicateOf", "must have a verdict that stands, as this claim does");
        }
        return survivor;
    }
}
