package org.quotecheck.claim;

import static org.quotecheck.claim.ClaimStatus.IN_REVIEW;
import static org.quotecheck.claim.ClaimStatus.NOT_CHECKABLE;
import static org.quotecheck.claim.ClaimStatus.PROPOSED;
import static org.quotecheck.claim.ClaimStatus.PUBLISHED;
import static org.quotecheck.claim.ClaimStatus.REJECTED;
import static org.quotecheck.claim.ClaimStatus.SUBMITTED;
import static org.quotecheck.security.Role.EDITOR;
import static org.quotecheck.security.Role.REVIEWER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/** The ways from status to status: who may go which, and when (domain.md, "Status"). */
enum Transition {
    TAKE(SUBMITTED, IN_REVIEW, REVIEWER, Who.ANY, Verdict.ANY, Reason.NONE),
    RELEASE(IN_REVIEW, SUBMITTED, REVIEWER, Who.ASSIGNEE_OR_EDITOR, Verdict.NONE, Reason.NONE),
    PROPOSE(IN_REVIEW, PROPOSED, REVIEWER, Who.ASSIGNEE, Verdict.ANY, Reason.NONE),
    SEND_BACK(PROPOSED, IN_REVIEW, REVIEWER, Who.ASSIGNEE_OR_EDITOR, Verdict.ANY, Reason.COMMENT_UNLESS_ASSIGNEE),
    PUBLISH(PROPOSED, PUBLISHED, EDITOR, Who.SECOND_PERSON, Verdict.ANY, Reason.NONE),
    REVIEW_AGAIN(PUBLISHED, IN_REVIEW, EDITOR, Who.ANY, Verdict.SOME, Reason.NONE),
    LET_STAND(IN_REVIEW, PUBLISHED, EDITOR, Who.SECOND_PERSON, Verdict.SOME, Reason.FREE),
    DECLINE(SUBMITTED, NOT_CHECKABLE, REVIEWER, Who.ANY, Verdict.NONE, Reason.NOT_CHECKABLE),
    DECLINE_IN_REVIEW(IN_REVIEW, NOT_CHECKABLE, REVIEWER, Who.ANY, Verdict.NONE, Reason.NOT_CHECKABLE),
    REJECT(SUBMITTED, REJECTED, REVIEWER, Who.ANY, Verdict.NONE, Reason.REJECTED),
    RESTORE_DECLINED(NOT_CHECKABLE, SUBMITTED, EDITOR, Who.ANY, Verdict.ANY, Reason.FREE),
    RESTORE_REJECTED(REJECTED, SUBMITTED, EDITOR, Who.ANY, Verdict.ANY, Reason.FREE);

    /** Which of those with the role. */
    enum Who { ANY, ASSIGNEE, ASSIGNEE_OR_EDITOR, SECOND_PERSON }

    /** Whether a revision must exist, or must not. */
    enum Verdict { ANY, NONE, SOME }

    /** What must be said with it. */
    enum Reason {
        NONE(Set.of()), FREE(Set.of()), COMMENT_UNLESS_ASSIGNEE(Set.of()),
        NOT_CHECKABLE(Set.of("opinion", "prediction", "question", "too_vague")),
        REJECTED(Set.of("spam", "abuse", "personal_data"));

        final Set<String> codes;

        Reason(Set<String> codes) {
            this.codes = codes;
        }
    }

    /**
     * What decides beside the status.
     *
     * @param proposer who proposed the present draft, null if nobody did
     * @param secondPerson whether nobody may approve their own proposal
     */
    record Situation(ClaimStatus status, boolean hasVerdict, String assignee, String proposer, boolean secondPerson) {}

    final ClaimStatus from;
    final ClaimStatus to;
    final Role role;
    final Who who;
    final Verdict verdict;
    final Reason reason;

    Transition(ClaimStatus from, ClaimStatus to, Role role, Who who, Verdict verdict, Reason reason) {
        this.from = from;
        this.to = to;
        this.role = role;
        this.who = who;
        this.verdict = verdict;
        this.reason = reason;
    }

    /** Where this actor may move a claim in this situation, in the order of the table. */
    static List<ClaimStatus> allowed(Situation situation, Actor actor) {
        return Arrays.stream(values())
                .filter(row -> row.isOpen(situation) && actor.is(row.role) && row.isFor(situation, actor))
                .map(row -> row.to)
                .distinct()
                .toList();
    }

    /** The way there, whoever may go it; empty where there is none for a claim in this situation. */
    static Optional<Transition> find(Situation situation, ClaimStatus to) {
        return Arrays.stream(values()).filter(row -> row.to == to && row.isOpen(situation)).findFirst();
    }

    private boolean isOpen(Situation situation) {
        return from == situation.status && switch (verdict) {
            case ANY -> true;
            case NONE -> !situation.hasVerdict;
            case SOME -> situation.hasVerdict;
        };
    }

    /** Whether this is one of those, among the ones with the role, who may do it. */
    boolean isFor(Situation situation, Actor actor) {
        return switch (who) {
            case ANY -> true;
            case ASSIGNEE -> actor.is(situation.assignee);
            case ASSIGNEE_OR_EDITOR -> actor.is(situation.assignee) || actor.is(EDITOR);
            case SECOND_PERSON -> !situation.secondPerson
                    || !actor.is(this == PUBLISH ? situation.proposer : situation.assignee);
        };
    }
}
