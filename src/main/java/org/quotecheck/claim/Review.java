package org.quotecheck.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quotecheck.http.Problem;
import org.quotecheck.http.ProblemType;
import org.quotecheck.security.Actor;

/** One move of one claim along the table, with what it does on the way. */
final class Review {

    private final Claim claim;
    private final Actor actor;
    private final ReviewRules rules;
    private final Instant now;

    Review(Claim claim, Actor actor, ReviewRules rules, Instant now) {
        this.claim = claim;
        this.actor = actor;
        this.rules = rules;
        this.now = now;
    }

    /** @throws Problem 409 with allowed[] where no way leads there, 403 where it is not this actor's */
    Transition way(ClaimStatus to) {
        var situation = claim.situation(rules.secondPerson());
        var transition = Transition.find(situation, to).orElseThrow(() ->
                new IllegalTransition(claim.status, to, Transition.allowed(situation, actor)));
        requireActor(transition, situation);
        return transition;
    }

    /** @throws Problem 409 or 403 as {@link #way}, or 422 for what the move needs and the request lacks */
    TransitionView move(RequestTransition request) {
        var transition = way(request.to());
        requireReason(transition, request);
        var before = Map.of("status", claim.status.code);
        switch (transition) {
            case TAKE, REVIEW_AGAIN -> claim.assignee = actor.subject();
            case RELEASE -> claim.assignee = null;
            case PROPOSE -> propose();
            case SEND_BACK -> claim.proposedBy = null;
            case PUBLISH -> publish(request);
            case LET_STAND -> claim.assignee = null;
            case DECLINE, DECLINE_IN_REVIEW, REJECT, RESTORE_DECLINED, RESTORE_REJECTED -> claim.assignee = null;
        }
        claim.status = transition.to;
        claim.statusReason = transition.reason.codes.isEmpty() ? null : request.reason();
        claim.touch(now);
        var made = new TransitionView(transition.from, transition.to, now, actor.subject(), request.reason(), request.comment());
        HistoryEntry.record(claim, "transition", actor, now, before, made);
        return made;
    }

    private void requireActor(Transition transition, Transition.Situation situation) {
        if (!actor.is(transition.role)) {
            throw new Problem(ProblemType.FORBIDDEN, "Only an " + transition.role.code() + " does this.");
        }
        if (!transition.isFor(situation, actor)) {
            throw transition.who == Transition.Who.SECOND_PERSON ? new SelfApproval() : new NotAssignee();
        }
    }

    private void requireReason(Transition transition, RequestTransition request) {
        switch (transition.reason) {
            case NONE -> { }
            case FREE -> {
                if (request.reason() == null || request.reason().isBlank()) {
                    throw Problem.invalid("/reason", "must be there");
                }
            }
            case COMMENT_UNLESS_ASSIGNEE -> {
                if (!actor.is(claim.assignee) && (request.comment() == null || request.comment().isBlank())) {
                    throw Problem.invalid("/comment", "must be there");
                }
            }
            case NOT_CHECKABLE, REJECTED -> {
                if (request.reason() == null || !transition.reason.codes.contains(request.reason())) {
                    throw Problem.invalid("/reason", "must be one of " + String.join(", ", transition.reason.codes.stream().sorted().toList()));
                }
            }
        }
    }

    private void propose() {
        var draft = VerdictDraft.of(claim.id);
        if (draft == null) {
            throw Problem.invalid("/to", "needs a verdict draft first");
        }
        if (draft.cited(Source.of(List.of(claim.id))).isEmpty()) {
            throw Problem.invalid("/to", "needs at least one source first");
        }
        claim.proposedBy = actor.subject();
    }

    private void publish(RequestTransition request) {
        boolean initial = !claim.hasVerdict();
        var kind = initial ? RevisionKind.INITIAL : request.kind() == null ? RevisionKind.UPDATE : request.kind();
        if (!initial && (request.publicNote() == null || request.publicNote().isBlank())) {
            throw Problem.invalid("/publicNote", "must be there from the second revision on");
        }
        if (!initial && kind != RevisionKind.UPDATE && kind != RevisionKind.CORRECTION) {
            throw Problem.invalid("/kind", "must be one of update, correction");
        }
        boolean single = actor.is(claim.proposedBy);
        var content = VerdictContent.of(claim, VerdictDraft.of(claim.id), Source.of(List.of(claim.id)),
                initial ? null : request.publicNote(), single);
        claim.revision = VerdictRevision.freeze(claim, kind, content, actor.subject(), now).number();
        claim.assignee = null;
        claim.proposedBy = null;
    }
}
