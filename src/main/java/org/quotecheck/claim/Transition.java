package org.quotecheck.claim;

import static org.quotecheck.claim.ClaimStatus.DUPLICATE;
import static org.quotecheck.claim.ClaimStatus.IN_REVIEW;
import static org.quotecheck.claim.ClaimStatus.NOT_CHECKABLE;
import static org.quotecheck.claim.ClaimStatus.PROPOSED;
import static org.quotecheck.claim.ClaimStatus.PUBLISHED;
import static org.quotecheck.claim.ClaimStatus.REJECTED;
import static org.quotecheck.claim.ClaimStatus.RETRACTED;
import static org.quotecheck.claim.ClaimStatus.SUBMITTED;
import static org.quotecheck.security.Role.EDITOR;
import static org.quotecheck.security.Role.REVIEWER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;
import org.quotecheck.verdict.VerdictDraft;

/** The ways from status to status: who may go which, and when (openapi.yaml, {@code requestTransition}). */
enum Transition {
    TAKE(SUBMITTED, IN_REVIEW, REVIEWER, Who.ANY, When.ANY, Word.PERHAPS_ASSIGNEE),
    HAND_OVER(IN_REVIEW, IN_REVIEW, REVIEWER, Who.ASSIGNEE_OR_EDITOR, When.ANY, Word.ASSIGNEE),
    RELEASE(IN_REVIEW, SUBMITTED, REVIEWER, Who.ASSIGNEE_OR_EDITOR, When.NO_VERDICT, Word.NONE),
    PROPOSE(IN_REVIEW, PROPOSED, REVIEWER, Who.ASSIGNEE, When.ANY, Word.NONE),
    SEND_BACK(PROPOSED, IN_REVIEW, REVIEWER, Who.ASSIGNEE_OR_EDITOR, When.ANY, Word.COMMENT_UNLESS_ASSIGNEE),
    PUBLISH(PROPOSED, PUBLISHED, EDITOR, Who.NOT_AUTHOR, When.ANY, Word.NOTE_UNLESS_FIRST),
    REVIEW_AGAIN(PUBLISHED, IN_REVIEW, REVIEWER, Who.EDITOR_UNLESS_REPORTED, When.VERDICT, Word.NONE),
    LET_STAND(IN_REVIEW, PUBLISHED, EDITOR, Who.NEVER_ASSIGNEE, When.VERDICT_STANDS, Word.REASON),
    MERGE(SUBMITTED, DUPLICATE, REVIEWER, Who.ANY, When.NO_VERDICT, Word.SURVIVOR),
    MERGE_IN_REVIEW(IN_REVIEW, DUPLICATE, REVIEWER, Who.ANY, When.NO_VERDICT, Word.SURVIVOR),
    MERGE_WITH_VERDICT(SUBMITTED, DUPLICATE, EDITOR, Who.ANY, When.VERDICT, Word.SURVIVOR_WITH_VERDICT),
    MERGE_IN_REVIEW_WITH_VERDICT(IN_REVIEW, DUPLICATE, EDITOR, Who.ANY, When.VERDICT, Word.SURVIVOR_WITH_VERDICT),
    DECLINE(SUBMITTED, NOT_CHECKABLE, REVIEWER, Who.ANY, When.NO_VERDICT, Word.WHY_NOT_CHECKABLE),
    DECLINE_IN_REVIEW(IN_REVIEW, NOT_CHECKABLE, REVIEWER, Who.ANY, When.NO_VERDICT, Word.WHY_NOT_CHECKABLE),
    REJECT(SUBMITTED, REJECTED, REVIEWER, Who.ANY, When.NO_VERDICT, Word.WHY_REJECTED),
    RETRACT(PUBLISHED, RETRACTED, EDITOR, Who.NOT_WHO_ASKED_TO_RETRACT, When.VERDICT, Word.NOTE),
    KEEP(PUBLISHED, PUBLISHED, EDITOR, Who.ANY, When.RETRACTION_PENDING, Word.NONE),
    LET_RETRACTION_STAND(IN_REVIEW, RETRACTED, EDITOR, Who.NEVER_ASSIGNEE, When.VERDICT_RETRACTED, Word.REASON),
    RESTORE_RETRACTED(RETRACTED, IN_REVIEW, EDITOR, Who.ANY, When.VERDICT, Word.REASON),
    RESTORE_DUPLICATE(DUPLICATE, SUBMITTED, EDITOR, Who.ANY, When.ANY, Word.REASON),
    RESTORE_DECLINED(NOT_CHECKABLE, SUBMITTED, EDITOR, Who.ANY, When.ANY, Word.REASON),
    RESTORE_REJECTED(REJECTED, SUBMITTED, EDITOR, Who.ANY, When.ANY, Word.REASON);

    /** Which of those with the role. */
    enum Who {
        ANY,
        ASSIGNEE,
        ASSIGNEE_OR_EDITOR,
        EDITOR_UNLESS_REPORTED,
        NOT_AUTHOR,
        NEVER_ASSIGNEE,
        NOT_WHO_ASKED_TO_RETRACT
    }

    /** What must be the case with the claim's verdict. */
    enum When {
        ANY,
        NO_VERDICT,
        VERDICT,
        VERDICT_STANDS,
        VERDICT_RETRACTED,
        RETRACTION_PENDING
    }

    /** What must be said with it. */
    enum Word {
        NONE,
        PERHAPS_ASSIGNEE,
        ASSIGNEE,
        REASON,
        COMMENT_UNLESS_ASSIGNEE,
        NOTE,
        NOTE_UNLESS_FIRST,
        SURVIVOR,
        SURVIVOR_WITH_VERDICT,
        WHY_NOT_CHECKABLE("opinion", "prediction", "question", "too_vague"),
        WHY_REJECTED("abuse", "personal_data", "spam");

        /** The reasons to choose from, in alphabetical order; empty where there is no such choice. */
        final List<String> codes;

        Word(String... codes) {
            this.codes = List.of(codes);
        }

        boolean takesReason() {
            return this == REASON || !codes.isEmpty();
        }

        boolean takesAssignee() {
            return this == ASSIGNEE || this == PERHAPS_ASSIGNEE;
        }

        boolean takesSurvivor() {
            return this == SURVIVOR || this == SURVIVOR_WITH_VERDICT;
        }

        boolean takesNote() {
            return this == NOTE || this == NOTE_UNLESS_FIRST;
        }
    }

    /**
     * What decides besides the status.
     *
     * @param retracted whether the current revision is a retraction
     * @param assignees all who were assigned since the claim was opened
     * @param proposer who proposed the present draft, null if nobody did
     * @param writers who wrote any of the draft since the last revision
     * @param retractor who asked to retract the verdict, null if nobody did
     * @param reported whether a reader's report is open
     * @param secondPerson whether nobody may approve their own proposal
     */
    record Situation(
            ClaimStatus status,
            boolean hasVerdict,
            boolean retracted,
            String assignee,
            Set<String> assignees,
            String proposer,
            Set<String> writers,
            String retractor,
            boolean reported,
            boolean secondPerson) {

        /** @param draft null without one */
        static Situation of(Claim claim, VerdictDraft draft, boolean secondPerson) {
            return new Situation(
                    claim.status,
                    claim.hasVerdict(),
                    claim.retracted,
                    claim.assignee == null ? null : claim.assignee.id(),
                    Set.copyOf(List.of(claim.assignees)),
                    claim.proposedBy == null ? null : claim.proposedBy.id(),
                    draft == null ? Set.of() : draft.writers(),
                    claim.pendingRetraction == null
                            ? null
                            : claim.pendingRetraction.by().id(),
                    claim.openReports > 0,
                    secondPerson);
        }
    }

    private static final Set<Who> SECOND_PERSONS =
            Set.of(Who.NOT_AUTHOR, Who.NEVER_ASSIGNEE, Who.NOT_WHO_ASKED_TO_RETRACT);

    final ClaimStatus from;
    final ClaimStatus to;
    final Role role;
    final Who who;
    final When when;
    final Word word;

    Transition(ClaimStatus from, ClaimStatus to, Role role, Who who, When when, Word word) {
        this.from = from;
        this.to = to;
        this.role = role;
        this.who = who;
        this.when = when;
        this.word = word;
    }

    /** Where this actor may move a claim in this situation, in the order of the table. */
    static List<ClaimStatus> allowed(Situation situation, Actor actor) {
        return Arrays.stream(values())
                .filter(row -> row.isOpen(situation) && actor.is(row.role) && row.isFor(situation, actor))
                .map(row -> row.to)
                .distinct()
                .toList();
    }

    /** The way there, for any actor; empty where there is none for a claim in this situation. */
    static Optional<Transition> find(Situation situation, ClaimStatus to) {
        return Arrays.stream(values())
                .filter(row -> row.to == to && row.isOpen(situation))
                .findFirst();
    }

    /** The rows from this status, in the order of the table. */
    static List<Transition> from(ClaimStatus status) {
        return Arrays.stream(values()).filter(row -> row.from == status).toList();
    }

    boolean isOpen(Situation situation) {
        return from == situation.status
                && switch (when) {
                    case ANY -> true;
                    case NO_VERDICT -> !situation.hasVerdict;
                    case VERDICT -> situation.hasVerdict;
                    case VERDICT_STANDS -> situation.hasVerdict && !situation.retracted;
                    case VERDICT_RETRACTED -> situation.hasVerdict && situation.retracted;
                    case RETRACTION_PENDING -> situation.retractor != null;
                };
    }

    /** Whether this is one of those, among the ones with the role, who may do it. */
    boolean isFor(Situation situation, Actor actor) {
        return switch (who) {
            case ANY -> true;
            case ASSIGNEE -> actor.is(situation.assignee);
            case ASSIGNEE_OR_EDITOR -> actor.is(situation.assignee) || actor.is(EDITOR);
            case EDITOR_UNLESS_REPORTED -> situation.reported && situation.retractor == null || actor.is(EDITOR);
            case NOT_AUTHOR ->
                !situation.secondPerson
                        || !actor.is(situation.proposer) && !situation.writers.contains(actor.subject());
            case NEVER_ASSIGNEE -> !situation.secondPerson || !situation.assignees.contains(actor.subject());
            case NOT_WHO_ASKED_TO_RETRACT -> !situation.secondPerson || !actor.is(situation.retractor);
        };
    }

    /** Whether it makes work of a claim that needed none. */
    boolean opens() {
        return !from.isOpen() && to.isOpen();
    }

    /** Whether it ends the work on a claim. */
    boolean closes() {
        return from.isOpen() && !to.isOpen();
    }

    /** Whether it takes somebody other than those who worked towards it. */
    boolean needsSecondPerson() {
        return SECOND_PERSONS.contains(who);
    }
}
