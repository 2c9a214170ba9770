package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.quotecheck.appearance.AppearanceView;
import org.quotecheck.security.KeptActor;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.Claimant;
import org.quotecheck.verdict.VerdictView;

/**
 * A claim as one caller may see it. The public sees the words of its current revision, and nobody's id. A rejected
 * claim's submitter, and those whose words joined another's claim, see its id, status and times, and the latter their
 * own appearances.
 *
 * @param appearances confirmed ones: the first, then the newest, at most 20
 * @param sources null in lists
 * @param removed true where the current revision's content was removed; otherwise null
 * @param pendingAppearances how many wait for a reviewer; for reviewers
 */
@RegisterForReflection
public record ClaimView(
        UUID id,
        String text,
        String language,
        ClaimStatus status,
        String statusReason,
        Claimant claimant,
        LocalDate claimDate,
        UUID duplicateOf,
        List<String> tags,
        KeptActor assignee,
        KeptActor submittedBy,
        List<AppearanceView> appearances,
        Integer appearancesTotal,
        Integer pendingAppearances,
        List<SourceView> sources,
        Integer sourcesTotal,
        VerdictView verdict,
        Boolean removed,
        Boolean underReview,
        PendingRetraction pendingRetraction,
        Integer comments,
        List<MoveView> moves,
        Instant createdAt,
        Instant updatedAt) {

    /** What its sender may know of a claim that is not theirs to see, with the places that they sent. */
    static ClaimView known(Claim claim, List<AppearanceView> own, boolean withReason) {
        return new ClaimView(
                claim.id,
                null,
                null,
                claim.status,
                withReason ? claim.statusReason : null,
                null,
                null,
                null,
                null,
                null,
                null,
                own,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                claim.createdAt,
                claim.updatedAt);
    }
}
