package org.quotecheck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quotecheck.body.Faults;
import org.quotecheck.security.Actor;
import org.quotecheck.source.Source;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictDraft;

/** What a move requires to be said, or to exist, before it is made. */
record Requirements(Transition transition, RequestTransition request, Claim claim, VerdictDraft draft, Actor actor) {

    /** The members that the move requires, in the order of the request's. */
    static List<String> needs(Transition transition, Claim claim, Actor actor) {
        return switch (transition.word) {
            case NONE, PERHAPS_ASSIGNEE -> List.of();
            case ASSIGNEE -> List.of("assignee");
            case REASON, WHY_NOT_CHECKABLE, WHY_REJECTED -> List.of("reason");
            case COMMENT_UNLESS_ASSIGNEE -> actor.is(claim.assignee) ? List.of() : List.of("comment");
            case NOTE -> claim.pendingRetraction == null ? List.of("publicNote") : List.of();
            case NOTE_UNLESS_FIRST -> claim.hasVerdict() ? List.of("publicNote") : List.of();
            case SURVIVOR, SURVIVOR_WITH_VERDICT -> List.of("duplicateOf");
        };
    }

    /** Notes each member that is missing, not used or not allowed. */
    void check(Faults faults) {
        var needed = needs(transition, claim, actor);
        boolean again = transition == Transition.PUBLISH && claim.hasVerdict();
        check("reason", request.reason(), transition.word.takesReason(), needed, faults);
        check("comment", request.comment(), true, needed, faults);
        check("assignee", request.assignee(), transition.word.takesAssignee(), needed, faults);
        check("duplicateOf", request.duplicateOf(), transition.word.takesSurvivor(), needed, faults);
        check("publicNote", request.publicNote(), transition.word == Transition.Word.NOTE || again, needed, faults);
        check("kind", request.kind(), again, needed, faults);
        if (request.reason() != null
                && !transition.word.codes.isEmpty()
                && !transition.word.codes.contains(request.reason())) {
            faults.add("/reason", "must be one of " + String.join(", ", transition.word.codes));
        }
        if (again && (request.kind() == RevisionKind.INITIAL || request.kind() == RevisionKind.RETRACTION)) {
            faults.add("/kind", "must be update or correction");
        }
        switch (transition) {
            case PROPOSE -> missing().forEach(what -> faults.add("/to", "needs " + what + " first"));
            case LET_STAND, LET_RETRACTION_STAND -> checkWords(faults);
            default -> {}
        }
    }

    private void check(String name, Object value, boolean used, List<String> needed, Faults faults) {
        if (!used) {
            faults.refuse('/' + name, "must not be sent with this transition");
        } else if (needed.contains(name) && (value == null || value.toString().isBlank())) {
            faults.add('/' + name, "is required");
        }
    }

    private List<String> missing() {
        return missing(claim, draft);
    }

    /** What a proposal still lacks. */
    static List<String> missing(Claim claim, VerdictDraft draft) {
        if (draft == null) {
            return List.of("a verdict draft");
        }
        var missing = new ArrayList<>(draft.missing());
        if (draft.cited(Source.of(List.of(claim.id))).isEmpty()) {
            missing.add("at least one source");
        }
        return missing;
    }

    /** A verdict stands in the words in which it was published: other words would be a claim that nobody can read. */
    private void checkWords(Faults faults) {
        var published = Sight.current(claim).map(revision -> revision.content().claim());
        if (!published.equals(Optional.of(claim.words.words()))) {
            faults.add(
                    "/to", "requires the claim to keep its verdict's words: change them back, or publish a revision");
        }
    }
}
