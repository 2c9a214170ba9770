package org.quotecheck.claim;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quotecheck.body.Faults;
import org.quotecheck.http.Outcome;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.security.Actor;
import org.quotecheck.security.KeptActor;
import org.quotecheck.security.Reviewers;
import org.quotecheck.security.Role;
import org.quotecheck.source.Source;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictContent;
import org.quotecheck.verdict.VerdictDraft;
import org.quotecheck.verdict.VerdictRevision;

/** One move of one claim along the table, with everything that comes with it. */
final class Review {

    private final Claim claim;
    private final Actor actor;
    private final boolean secondPerson;
    private final Merge merge;
    private final Reviewers reviewers;
    private final VerdictDraft draft;
    private final Instant now;

    /** @param secondPerson whether nobody may approve their own proposal */
    Review(Claim claim, Actor actor, boolean secondPerson, Merge merge, Reviewers reviewers, Instant now) {
        this.claim = claim;
        this.actor = actor;
        this.secondPerson = secondPerson;
        this.merge = merge;
        this.reviewers = reviewers;
        this.draft = VerdictDraft.of(claim.id);
        this.now = now;
    }

    /** @throws Problem 409 with allowed[] where no way leads there, 403 where it is not this actor's */
    Transition way(ClaimStatus to) {
        var situation = Transition.Situation.of(claim, draft, secondPerson);
        var transition = Transition.find(situation, to)
                .orElseThrow(() -> new IllegalTransition(claim.status, to, Transition.allowed(situation, actor)));
        requireActor(transition, situation);
        return transition;
    }

    /** Notes what the move needs and the request lacks. */
    void check(Transition transition, RequestTransition request, Faults faults) {
        new Requirements(transition, request, claim, draft, actor).check(faults);
    }

    /**
     * Makes the move: 201, or 202 for the first half of a retraction.
     *
     * @param transition the way that was found for the request, which has all that it needs
     * @throws Problem 403, or 422 for somebody or another claim that is named and cannot be taken
     */
    Outcome move(Transition transition, RequestTransition request) {
        var assignee = transition.word.takesAssignee() ? assignee(transition, request.assignee()) : actor.kept();
        var before = state();
        boolean half = transition == Transition.RETRACT && secondPerson && claim.pendingRetraction == null;
        if (half) {
            claim.askToRetract(new PendingRetraction(actor.kept(), now, request.publicNote()));
        } else {
            make(transition, request, assignee);
        }
        claim.touch(now);
        HistoryEntry.record(
                claim, half ? "retraction_requested" : "transition", actor, now, before, told(transition, request));
        var view = new TransitionView(
                transition.from,
                transition.to,
                now,
                actor.kept(),
                transition.word.takesReason() ? request.reason() : null,
                request.comment(),
                half ? claim.pendingRetraction : null);
        return half ? Outcome.accepted(view) : Outcome.created(view);
    }

    private void make(Transition transition, RequestTransition request, KeptActor assignee) {
        switch (transition) {
            case TAKE, HAND_OVER, REVIEW_AGAIN, RESTORE_RETRACTED -> claim.take(assignee);
            case PROPOSE -> claim.propose(actor.kept());
            case PUBLISH -> claim.publish(nextRevision(request));
            case RETRACT -> claim.publish(retraction(request));
            case MERGE, MERGE_IN_REVIEW, MERGE_WITH_VERDICT, MERGE_IN_REVIEW_WITH_VERDICT ->
                merge.into(
                        claim,
                        request.duplicateOf(),
                        transition.word == Transition.Word.SURVIVOR_WITH_VERDICT,
                        actor,
                        now);
            case RESTORE_DUPLICATE -> merge.undo(claim, actor, now);
            case SEND_BACK,
                    RELEASE,
                    LET_STAND,
                    LET_RETRACTION_STAND,
                    KEEP,
                    DECLINE,
                    DECLINE_IN_REVIEW,
                    REJECT,
                    RESTORE_DECLINED,
                    RESTORE_REJECTED -> {}
        }
        claim.arrive(transition, request.reason(), now);
    }

    private void requireActor(Transition transition, Transition.Situation situation) {
        if (!actor.is(transition.role)) {
            throw new Problem(ProblemType.FORBIDDEN, "This requires the role " + transition.role.code() + ".");
        }
        if (transition.isFor(situation, actor)) {
            return;
        }
        if (transition.who == Transition.Who.EDITOR_UNLESS_REPORTED) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "This requires the role editor, unless a reader's report is open and no retraction is requested.");
        }
        throw transition.needsSecondPerson() ? new SelfApproval(transition) : new NotAssignee();
    }

    /** @throws Problem 403 for somebody else's, 422 when this is nobody who reviews here */
    private KeptActor assignee(Transition transition, String subject) {
        if (subject == null || actor.is(subject)) {
            return actor.kept();
        }
        if (transition == Transition.TAKE && !actor.is(Role.EDITOR)) {
            throw new Problem(ProblemType.FORBIDDEN, "Only an editor can assign a claim to somebody else.");
        }
        var reviewer = reviewers.find(subject);
        if (reviewer == null) {
            throw Problem.invalid("/assignee", "must be the id of a reviewer listed by GET /v1/reviewers");
        }
        return reviewer;
    }

    private VerdictRevision nextRevision(RequestTransition request) {
        boolean initial = !claim.hasVerdict();
        var kind = initial ? RevisionKind.INITIAL : request.kind() == null ? RevisionKind.UPDATE : request.kind();
        var content = VerdictContent.of(
                claim.words.words(),
                draft,
                Source.of(List.of(claim.id)),
                initial ? null : request.publicNote(),
                actor.is(claim.proposedBy));
        draft.published();
        return freeze(kind, content, claim.proposedBy);
    }

    private VerdictRevision retraction(RequestTransition request) {
        var pending = claim.pendingRetraction;
        var proposer = pending == null ? actor.kept() : pending.by();
        var note = request.publicNote() == null ? pending.publicNote() : request.publicNote();
        var retracted = Sight.current(claim).map(VerdictRevision::content).orElse(VerdictContent.REMOVED);
        var language = claim.words.words().language();
        return freeze(
                RevisionKind.RETRACTION,
                VerdictContent.retraction(retracted, language, note, actor.is(proposer)),
                proposer);
    }

    private VerdictRevision freeze(RevisionKind kind, VerdictContent content, KeptActor proposer) {
        var current = new VerdictRevision.Key(claim.id, claim.revision);
        return VerdictRevision.freeze(current, kind, content, proposer, actor.kept(), now);
    }

    private Map<String, Object> state() {
        var state = new LinkedHashMap<String, Object>();
        state.put("status", claim.status);
        put(state, "reason", claim.statusReason);
        put(state, "assignee", claim.assignee);
        put(state, "duplicateOf", claim.duplicateOf);
        put(state, "retractionRequestedBy", claim.pendingRetraction == null ? null : claim.pendingRetraction.by());
        return state;
    }

    /** The claim's state after the move, with what was said that the move uses. */
    private Map<String, Object> told(Transition transition, RequestTransition request) {
        var told = state();
        put(told, "reason", transition.word.takesReason() ? request.reason() : null);
        put(told, "comment", request.comment());
        put(told, "publicNote", transition.word.takesNote() && claim.revision != 1 ? request.publicNote() : null);
        put(told, "kind", transition == Transition.PUBLISH && claim.revision > 1 ? request.kind() : null);
        if (claim.hasVerdict()) {
            told.put("revision", claim.revision);
        }
        return told;
    }

    private static void put(Map<String, Object> members, String name, Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /** 409 with {@code allowed}: there is no such transition from the claim's current status. */
    static final class IllegalTransition extends Problem {
        IllegalTransition(ClaimStatus from, ClaimStatus to, List<ClaimStatus> allowed) {
            super(ProblemType.ILLEGAL_TRANSITION, "A claim that is " + from + " cannot become " + to + " now.");
            with("allowed", allowed);
        }
    }

    /** 403: nobody decides alone. */
    static final class SelfApproval extends Problem {
        SelfApproval(Transition transition) {
            super(
                    ProblemType.SELF_APPROVAL,
                    switch (transition.who) {
                        case NOT_WHO_ASKED_TO_RETRACT ->
                            "You asked for this retraction yourself; another editor must confirm it.";
                        case NEVER_ASSIGNEE ->
                            "You have had this claim yourself; another editor must decide that its verdict stands.";
                        default -> "You worked on this verdict yourself; another editor must publish it.";
                    });
        }
    }
}
