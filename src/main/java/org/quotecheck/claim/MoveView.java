package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.quotecheck.security.Actor;
import org.quotecheck.verdict.VerdictDraft;

/**
 * A row of the table of transitions, as it is for one actor and one claim.
 *
 * @param needs members that the move cannot do without
 * @param blockedBy why this actor cannot make it now; null where they can
 */
@RegisterForReflection
public record MoveView(ClaimStatus to, List<String> needs, String blockedBy) {

    /** Of each row from the claim's status; of rows to one status the one that is open. */
    static List<MoveView> of(Transition.Situation situation, Claim claim, VerdictDraft draft, Actor actor) {
        var rows = Transition.from(situation.status());
        return rows.stream()
                .map(row -> row.to)
                .distinct()
                .map(to -> {
                    var there = rows.stream().filter(row -> row.to == to).toList();
                    var row = there.stream()
                            .filter(one -> one.isOpen(situation))
                            .findFirst()
                            .orElse(there.getFirst());
                    return new MoveView(
                            to, Requirements.needs(row, claim, actor), blockedBy(row, situation, claim, draft, actor));
                })
                .toList();
    }

    private static String blockedBy(
            Transition row, Transition.Situation situation, Claim claim, VerdictDraft draft, Actor actor) {
        if (!row.isOpen(situation)) {
            return switch (row.when) {
                case NO_VERDICT -> "has_verdict";
                case RETRACTION_PENDING -> "no_retraction";
                case VERDICT_STANDS -> situation.hasVerdict() ? "verdict_retracted" : "no_verdict";
                case VERDICT_RETRACTED -> situation.hasVerdict() ? "verdict_stands" : "no_verdict";
                case VERDICT, ANY -> "no_verdict";
            };
        }
        if (!actor.is(row.role)) {
            return "role";
        }
        if (!row.isFor(situation, actor)) {
            return switch (row.who) {
                case EDITOR_UNLESS_REPORTED -> situation.reported() ? "role" : "no_report";
                case NOT_AUTHOR -> "own_proposal";
                case NEVER_ASSIGNEE -> "own_review";
                case NOT_WHO_ASKED_TO_RETRACT -> "own_retraction";
                case ASSIGNEE, ASSIGNEE_OR_EDITOR, ANY -> "not_assignee";
            };
        }
        if (row == Transition.PROPOSE && !Requirements.missing(claim, draft).isEmpty()) {
            return draft == null ? "no_draft" : "incomplete_draft";
        }
        return null;
    }
}
