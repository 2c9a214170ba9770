package org.quotecheck.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quotecheck.appearance.Appearances;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.digest.Unreadable;
import org.quotecheck.security.Actor;
import org.quotecheck.security.KeptActor;
import org.quotecheck.security.Role;
import org.quotecheck.source.Source;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.ClaimWords;
import org.quotecheck.verdict.VerdictDraft;
import org.quotecheck.verdict.VerdictRevision;
import org.quotecheck.verdict.VerdictView;

/**
 * What one viewer sees of one claim besides the claim's own row.
 *
 * @param sources null where the claim is one of many
 * @param verdict null without one
 * @param moves null where the claim is one of many, and for all but reviewers
 */
public record Sight(
        ClaimWords words,
        boolean reviewer,
        boolean submitter,
        Appearances.Confirmed places,
        List<SourceView> sources,
        int sourcesTotal,
        VerdictView verdict,
        List<MoveView> moves) {

    /** Claims without their children, as one of many. */
    public static List<ClaimView> of(List<Claim> claims, Actor viewer, ReviewRules rules) {
        return of(claims, viewer, rules, false);
    }

    /** A claim alone, with its sources. */
    static ClaimView of(Claim claim, Actor viewer, ReviewRules rules) {
        return of(List.of(claim), viewer, rules, true).getFirst();
    }

    /** Three statements for any number of claims: appearances, sources and current revisions; one more for moves. */
    private static List<ClaimView> of(List<Claim> claims, Actor viewer, ReviewRules rules, boolean alone) {
        var ids = claims.stream().map(claim -> claim.id).toList();
        var places = Appearances.confirmed(ids);
        var sources = alone ? Source.of(ids) : List.<Source>of();
        var counts = alone ? Map.<UUID, Integer>of() : Source.counts(ids);
        var revisions = revisions(claims);
        return claims.stream()
                .map(claim -> {
                    if (claim.status == ClaimStatus.REJECTED && !viewer.is(Role.REVIEWER)
                            || !claim.isVisibleTo(viewer)) {
                        return ClaimView.known(claim, null, viewer.is(claim.submittedBy));
                    }
                    var revision = revisions.get(claim.id);
                    var sight = of(claim, viewer, rules, revision);
                    boolean asPublished = sight.verdict != null && !sight.reviewer && !sight.submitter;
                    var cited = asPublished
                            ? revision.content().sources()
                            : sources.stream().map(SourceView::of).toList();
                    int total = alone || asPublished ? cited.size() : counts.getOrDefault(claim.id, 0);
                    return new Sight(
                                    sight.words,
                                    sight.reviewer,
                                    sight.submitter,
                                    places.getOrDefault(claim.id, Appearances.Confirmed.NONE),
                                    alone ? cited : null,
                                    total,
                                    sight.verdict == null || alone ? sight.verdict : sight.verdict.withoutSources(),
                                    alone && sight.reviewer ? moves(claim, viewer, rules) : null)
                            .view(claim);
                })
                .toList();
    }

    /** The words and sources as this viewer sees them, with what reviewers also know. */
    private ClaimView view(Claim claim) {
        return new ClaimView(
                claim.id,
                words.text(),
                words.language(),
                claim.status,
                claim.statusReason,
                words.claimant(),
                words.claimDate(),
                claim.duplicateOf,
                claim.tags.length == 0 ? null : List.of(claim.tags),
                reviewer ? claim.assignee : null,
                reviewer || submitter ? claim.submittedBy : null,
                places.views(reviewer),
                places.total(),
                reviewer ? claim.pendingAppearances : null,
                sources,
                sourcesTotal,
                verdict,
                verdict == null ? null : verdict.removed(),
                verdict != null && claim.isUnderReview() ? true : null,
                reviewer ? claim.pendingRetraction : null,
                reviewer ? claim.comments : null,
                moves,
                claim.createdAt,
                claim.updatedAt);
    }

    private static Sight of(Claim claim, Actor viewer, ReviewRules rules, VerdictRevision revision) {
        boolean reviewer = viewer.is(Role.REVIEWER);
        boolean submitter = viewer.is(claim.submittedBy);
        UnaryOperator<KeptActor> shown =
                reviewer ? UnaryOperator.identity() : rules.namesShown() ? KeptActor::nameOf : actor -> null;
        var verdict = revision == null ? null : VerdictView.of(revision, shown);
        var words =
                verdict != null && !reviewer && !submitter ? revision.content().claim() : claim.words.words();
        return new Sight(words, reviewer, submitter, null, null, 0, verdict, null);
    }

    /** Those of the current revision as the public reads them, or the present ones. One statement. */
    static List<SourceView> sources(Claim claim, Actor viewer) {
        boolean knows = viewer.is(Role.REVIEWER) || viewer.is(claim.submittedBy);
        if (claim.status == ClaimStatus.REJECTED && !viewer.is(Role.REVIEWER)) {
            return List.of();
        }
        return claim.hasVerdict() && !knows
                ? current(claim).map(revision -> revision.content().sources()).orElse(List.of())
                : Source.of(List.of(claim.id)).stream().map(SourceView::of).toList();
    }

    /** Its current revision; empty where that is not there, though its row says so. */
    static Optional<VerdictRevision> current(Claim claim) {
        var revision = VerdictRevision.numbered(claim.id, claim.revision);
        Unreadable.isTold(revision.isEmpty(), "claim", claim.id, "its current revision");
        return revision;
    }

    private static List<MoveView> moves(Claim claim, Actor viewer, ReviewRules rules) {
        var draft = VerdictDraft.of(claim.id);
        return MoveView.of(Transition.Situation.of(claim, draft, rules.secondPerson()), claim, draft, viewer);
    }

    private static Map<UUID, VerdictRevision> revisions(List<Claim> claims) {
        var keys = claims.stream()
                .filter(Claim::hasVerdict)
                .map(claim -> new VerdictRevision.Key(claim.id, claim.revision))
                .toList();
        return VerdictRevision.of(keys).stream()
                .collect(Collectors.toMap(VerdictRevision::claimId, Function.identity()));
    }
}
