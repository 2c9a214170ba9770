package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.article.Publisher;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;
import org.quotecheck.source.Source;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.ClaimWords;
import org.quotecheck.statement.Claimant;
import org.quotecheck.verdict.VerdictRevision;
import org.quotecheck.verdict.VerdictView;

/**
 * A claim as one caller may see it. The public sees the words of its current revision, and nobody's name. A rejected
 * claim's submitter, and whoever sends what another one submitted before, see its id, status and times alone.
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
        String assignee,
        String submittedBy,
        List<AppearanceView> appearances,
        List<SourceView> sources,
        VerdictView verdict,
        Boolean underReview,
        PendingRetraction pendingRetraction,
        Instant createdAt,
        Instant updatedAt) {

    /** A place where the claim was made or repeated. */
    @RegisterForReflection
    public record AppearanceView(
            UUID articleId,
            String url,
            String title,
            Publisher publisher,
            UUID quoteId,
            LocalDate date,
            boolean first) {

        static AppearanceView of(Appearance appearance, boolean first) {
            var publisher = appearance.publisherName == null && appearance.publisherSite == null
                    ? null
                    : new Publisher(appearance.publisherName, appearance.publisherSite);
            return new AppearanceView(
                    appearance.articleId,
                    appearance.url,
                    appearance.title,
                    publisher,
                    appearance.quoteId,
                    appearance.date,
                    first);
        }
    }

    static ClaimView of(Claim claim, Actor viewer, ReviewRules rules) {
        return of(List.of(claim), viewer, rules).getFirst();
    }

    /** Three statements for any number of claims: their appearances, sources and current revisions. */
    public static List<ClaimView> of(List<Claim> claims, Actor viewer, ReviewRules rules) {
        if (claims.isEmpty()) {
            return List.of();
        }
        var ids = claims.stream().map(claim -> claim.id).toList();
        var appearances = Appearance.of(ids);
        var sources = Source.of(ids);
        var revisions = revisions(claims);
        return claims.stream()
                .map(claim -> of(
                        claim,
                        viewer,
                        rules,
                        appearances.stream()
                                .filter(appearance -> appearance.claimId.equals(claim.id))
                                .toList(),
                        sources.stream()
                                .filter(source -> source.claimId().equals(claim.id))
                                .toList(),
                        revisions.get(claim.id)))
                .toList();
    }

    private static Map<UUID, VerdictRevision> revisions(Collection<Claim> claims) {
        var byClaim = new LinkedHashMap<UUID, VerdictRevision>();
        var keys = claims.stream()
                .filter(Claim::hasVerdict)
                .map(claim -> new VerdictRevision.Key(claim.id, claim.revision))
                .toList();
        VerdictRevision.of(keys).forEach(revision -> byClaim.put(revision.claimId(), revision));
        return byClaim;
    }

    private static ClaimView of(
            Claim claim,
            Actor viewer,
            ReviewRules rules,
            List<Appearance> appearances,
            List<Source> sources,
            VerdictRevision revision) {
        boolean reviewer = viewer.is(Role.REVIEWER);
        boolean submitter = viewer.is(claim.submittedBy);
        if (claim.status == ClaimStatus.REJECTED && !reviewer || !claim.isVisibleTo(viewer)) {
            return new ClaimView(
                    claim.id,
                    null,
                    null,
                    claim.status,
                    submitter ? claim.statusReason : null,
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
        var verdict = revision == null ? null : VerdictView.of(revision, rules.namesShown());
        var words = verdict != null && !reviewer && !submitter ? published(verdict) : claim.words.words();
        var cited = verdict != null && !reviewer && !submitter
                ? verdict.sources()
                : sources.stream().map(SourceView::of).toList();
        return new ClaimView(
                claim.id,
                words.text(),
                words.language(),
                claim.status,
                claim.statusReason,
                words.claimant(),
                words.claimDate(),
                claim.duplicateOf,
                reviewer ? claim.assignee : null,
                reviewer || submitter ? claim.submittedBy : null,
                appearances.stream()
                        .map(place -> AppearanceView.of(place, place == appearances.getFirst()))
                        .toList(),
                cited,
                verdict,
                verdict != null && claim.isUnderReview() ? true : null,
                reviewer ? claim.pendingRetraction : null,
                claim.createdAt,
                claim.updatedAt);
    }

    /** Without any words where the revision's content was removed (docs/operating.md). */
    private static ClaimWords published(VerdictView verdict) {
        return verdict.claim() == null ? new ClaimWords(null, null, null, null) : verdict.claim();
    }
}
