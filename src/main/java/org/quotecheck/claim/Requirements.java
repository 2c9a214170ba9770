package org.quotecheck.claim;

import java.util.List;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actor;
import org.quotecheck.source.Source;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictDraft;
import org.quotecheck.verdict.VerdictRevision;

/** What a move needs to be said, or to be there, before it is made. */
final class Requirements {

    private Requirements() {}

    /** @throws Problem 422 that names the member */
    static void check(Transition transition, RequestTransition request, Claim claim, Actor actor) {
        switch (transition.word) {
            case NONE, SURVIVOR, SURVIVOR_WITH_VERDICT -> {}
            case REASON -> require("/reason", request.reason());
            case COMMENT_UNLESS_ASSIGNEE -> {
                if (!actor.is(claim.assignee)) {
                    require("/comment", request.comment());
                }
            }
            case NOTE -> {
                if (request.publicNote() != null || claim.pendingRetraction == null) {
                    require("/publicNote", request.publicNote());
                }
            }
            case NOTE_UNLESS_FIRST -> checkRevision(request, claim);
            case WHY_NOT_CHECKABLE, WHY_REJECTED -> {
                if (request.reason() == null || !transition.word.codes.contains(request.reason())) {
                    throw Problem.invalid("/reason", "must be one of " + String.join(", ", transition.word.codes));
                }
            }
        }
        switch (transition) {
            case PROPOSE -> checkDraft(claim);
            case LET_STAND, LET_RETRACTION_STAND -> checkWords(claim);
            default -> {}
        }
    }

    private static void checkRevision(RequestTransition request, Claim claim) {
        if (!claim.hasVerdict()) {
            return;
        }
        if (request.publicNote() == null || request.publicNote().isBlank()) {
            throw Problem.invalid("/publicNote", "must be there from the second revision on");
        }
        if (request.kind() == RevisionKind.INITIAL || request.kind() == RevisionKind.RETRACTION) {
            throw Problem.invalid("/kind", "must be one of update, correction");
        }
    }

    private static void checkDraft(Claim claim) {
        var draft = VerdictDraft.of(claim.id);
        if (draft == null) {
            throw Problem.invalid("/to", "needs a verdict draft first");
        }
        if (draft.cited(Source.of(List.of(claim.id))).isEmpty()) {
            throw Problem.invalid("/to", "needs at least one source first");
        }
    }

    /** What stands, stands in the words in which it was published: others would be a claim that nobody can read. */
    private static void checkWords(Claim claim) {
        var published = VerdictRevision.numbered(claim.id, claim.revision)
                .orElseThrow()
                .content()
                .claim();
        if (!claim.words.words().equals(published)) {
            throw Problem.invalid(
                    "/to", "needs the claim in the words of its verdict: change them back, or publish a new revision");
        }
    }

    private static void require(String pointer, String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(pointer, "must be there");
        }
    }
}
