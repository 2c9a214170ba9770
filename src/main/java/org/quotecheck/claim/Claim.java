package org.quotecheck.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;
import org.quotecheck.source.AddSource;
import org.quotecheck.source.Source;
import org.quotecheck.source.SourceCited;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.RewordClaim;
import org.quotecheck.statement.WorkingWords;
import org.quotecheck.statement.Years;
import org.quotecheck.verdict.VerdictDraft;

/** One statement that can be checked. Whoever changes it holds its row's lock. */
@Entity
@Table(name = "claim")
public class Claim extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Embedded
    WorkingWords words = new WorkingWords();

    @Enumerated(EnumType.STRING)
    ClaimStatus status = ClaimStatus.SUBMITTED;

    @Column(name = "status_reason")
    String statusReason;

    @Column(name = "duplicate_of")
    UUID duplicateOf;

    String assignee;

    @Column(name = "proposed_by")
    String proposedBy;

    @Column(name = "submitted_by")
    String submittedBy;

    int revision;

    boolean retracted;

    /** Null where nobody asked. */
    @Embedded
    PendingRetraction pendingRetraction;

    /** Counted by the reports themselves, so that a reader does not raise the claim's version. */
    @Column(name = "open_reports", insertable = false, updatable = false)
    int openReports;

    /** Null without a verdict. */
    @Embedded
    PublishedWords published;

    /** Since when a reviewer is needed, the last time that one was. */
    @Column(name = "waiting_since")
    Instant waitingSince;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    /** The claim with its row locked until the transaction ends. */
    public static Optional<Claim> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @throws Problem 404 when it is unknown, or not for this viewer to see */
    public static Claim visible(UUID id, Actor viewer) {
        return Claim.<Claim>findByIdOptional(id)
                .filter(claim -> claim.isVisibleTo(viewer))
                .orElseThrow(Problem::notFound);
    }

    static Optional<Claim> lockedWithIdentity(String identity) {
        return Claim.<Claim>find("words.identity", identity)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Claim submit(Submission submission, Actor submitter, Instant now) {
        var claim = new Claim();
        claim.words.say(submission.words());
        claim.submittedBy = submitter.subject();
        claim.createdAt = now;
        claim.waitingSince = now;
        claim.updatedAt = now;
        claim.persist();
        HistoryEntry.record(claim, "submitted", submitter, now, null, Map.of("status", claim.status.code));
        return claim;
    }

    /**
     * Other words, claimant, date or language; nothing happens when they are the same.
     *
     * @throws ClaimExists when it would be the same as another claim
     */
    void reword(RewordClaim input, Actor actor, Instant now) {
        var before = words.input();
        if (input.equals(before)) {
            return;
        }
        Years.check("/claimDate", input.claimDate(), now);
        Submission.checkWords(input.text());
        Claim.<Claim>find("words.identity = ?1 and id <> ?2", input.identity(), id)
                .firstResultOptional()
                .ifPresent(other -> {
                    throw new ClaimExists(other.id);
                });
        words.say(input);
        touch(now);
        HistoryEntry.record(this, "claim_changed", actor, now, before, input);
    }

    /**
     * Adds a place where it appeared; nothing happens when that place is known.
     *
     * @param saidAs this claim, or the duplicate of it whose words stand there
     */
    void appear(Appearance appearance, Claim saidAs, Actor actor, Instant now) {
        var known = Appearance.of(List.of(id));
        if (known.stream().anyMatch(appearance::isAt)) {
            return;
        }
        appearance.claimId = id;
        appearance.ownClaimId = saidAs.id;
        appearance.persist();
        touch(now);
        HistoryEntry.record(this, "appearance_added", actor, now, null, Map.of("url", appearance.url));
    }

    /** @throws ClaimLocked while a verdict on the present sources is proposed or published */
    Source cite(Source source, Actor actor, Instant now) {
        requireEditable();
        if (Source.count("claimId", id) >= Source.MOST) {
            throw Problem.invalid("", "cannot be added: a claim has at most " + Source.MOST + " sources");
        }
        source.persist();
        touch(now);
        HistoryEntry.record(this, "source_added", actor, now, null, SourceView.of(source));
        return source;
    }

    void correct(Source source, AddSource input, Actor actor, Instant now) {
        var before = SourceView.of(source);
        source.write("", input, now);
        if (!SourceView.of(source).equals(before)) {
            touch(now);
            HistoryEntry.record(this, "source_changed", actor, now, before, SourceView.of(source));
        }
    }

    /** @throws SourceCited when the verdict draft names it */
    void drop(Source source, Actor actor, Instant now) {
        var draft = VerdictDraft.of(id);
        if (draft != null && draft.names(source)) {
            throw new SourceCited();
        }
        source.delete();
        touch(now);
        HistoryEntry.record(this, "source_removed", actor, now, SourceView.of(source), null);
    }

    /**
     * With its row locked until the transaction ends
     *
     * @throws Problem 404 unless it has a verdict
     */
    public static Claim publishedAndLocked(UUID id) {
        return locked(id).filter(Claim::hasVerdict).orElseThrow(Problem::notFound);
    }

    /** @throws ClaimLocked when another claim stands for it */
    public void requireNoDuplicate() {
        if (status == ClaimStatus.DUPLICATE) {
            throw new ClaimLocked(status);
        }
    }

    /** @throws ClaimLocked unless it is being worked on */
    void requireEditable() {
        if (status != ClaimStatus.SUBMITTED && status != ClaimStatus.IN_REVIEW) {
            throw new ClaimLocked(status);
        }
    }

    /**
     * @throws ClaimLocked unless its words are for this actor to change now
     * @throws Problem 403 when they never are
     */
    void requireEditable(Actor actor) {
        requireEditable();
        if (actor.is(Role.REVIEWER)) {
            return;
        }
        if (!actor.is(submittedBy)) {
            throw new Problem(ProblemType.FORBIDDEN, "Only its submitter and reviewers change a claim.");
        }
        if (status != ClaimStatus.SUBMITTED) {
            throw new ClaimLocked(status);
        }
    }

    /** Marks it changed: its version, and so its ETag, goes up with each write, even within one millisecond. */
    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusMillis(1);
    }

    Transition.Situation situation(boolean secondPerson) {
        return new Transition.Situation(
                status,
                hasVerdict(),
                retracted,
                assignee,
                proposedBy,
                pendingRetraction == null ? null : pendingRetraction.by(),
                openReports > 0,
                secondPerson);
    }

    /** Whether its verdict, while it stands, is being looked at again. */
    public boolean isUnderReview() {
        return hasVerdict()
                && (status == ClaimStatus.SUBMITTED
                        || status == ClaimStatus.IN_REVIEW
                        || status == ClaimStatus.PROPOSED);
    }

    public boolean hasVerdict() {
        return revision > 0;
    }

    /**
     * The claim that stands for a duplicate; where that is not this viewer's to see, the duplicate does so itself.
     *
     * @throws Problem 404 when neither is
     */
    static Claim survivor(UUID id, Actor viewer) {
        var claim = Claim.<Claim>findByIdOptional(id).orElseThrow(Problem::notFound);
        var survivor = claim.duplicateOf == null ? claim : Claim.<Claim>findById(claim.duplicateOf);
        return survivor.isVisibleTo(viewer) ? survivor : visible(id, viewer);
    }

    /** Without a verdict it exists for its submitter and for reviewers only. */
    public boolean isVisibleTo(Actor actor) {
        return hasVerdict() || actor.is(Role.REVIEWER) || actor.is(submittedBy);
    }

    public UUID id() {
        return id;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public ClaimStatus status() {
        return status;
    }

    public int version() {
        return version;
    }
}
