package org.quotecheck.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.UuidGenerator;
import org.quotecheck.digest.StoredList;
import org.quotecheck.digest.Unreadable;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.security.Actor;
import org.quotecheck.security.KeptActor;
import org.quotecheck.security.Role;
import org.quotecheck.statement.RewordClaim;
import org.quotecheck.statement.WorkingWords;
import org.quotecheck.verdict.PublishedWords;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.VerdictRevision;

/** One statement that can be checked. Every change holds its row's lock. */
@Entity
@DynamicUpdate // what this release cannot read stays as it is
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

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "assignee"))
    @AttributeOverride(name = "name", column = @Column(name = "assignee_name"))
    KeptActor assignee;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "proposed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "proposed_by_name"))
    KeptActor proposedBy;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "submitted_by"))
    @AttributeOverride(name = "name", column = @Column(name = "submitted_by_name"))
    KeptActor submittedBy;

    int revision;
    boolean retracted;

    /** Null where nobody asked. */
    @Embedded
    PendingRetraction pendingRetraction;

    /** Counted by the reports themselves, so that a reader does not raise the claim's version. */
    @Column(name = "open_reports", insertable = false, updatable = false)
    int openReports;

    /** All who were assigned since it was opened. */
    @Type(StoredList.OfTexts.class)
    String[] assignees = {};

    /** Small marks by which readers and reviewers find claims; not part of a verdict. */
    @Type(StoredList.OfTexts.class)
    String[] tags = {};

    @Formula("(select count(*) from claim_comment m where m.claim_id = id)")
    int comments;

    @Formula("(select count(*) from appearance a where a.claim_id = id and a.state = 'pending')")
    int pendingAppearances;

    /** Null without a draft. */
    @Formula("(select d.version from verdict_draft d where d.claim_id = id)")
    Integer draftVersion;

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

    static Claim submit(Submission submission, Actor submitter, Instant now) {
        var claim = new Claim();
        claim.words.say(submission.words());
        claim.submittedBy = submitter.kept();
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
        Claims.requireNoOther(input.identity(), id);
        words.say(input);
        touch(now);
        HistoryEntry.record(this, "claim_changed", actor, now, before, input);
    }

    /** This reviewer works on it from now on. */
    void take(KeptActor reviewer) {
        assignee = reviewer;
        assignees = StoredList.with(assignees, reviewer.id());
    }

    void propose(KeptActor reviewer) {
        proposedBy = reviewer;
    }

    /** This is its current revision, by which the public finds it. */
    void publish(VerdictRevision next) {
        revision = next.number();
        published = PublishedWords.of(next.content());
        retracted = next.kind() == RevisionKind.RETRACTION;
    }

    /** An editor wants to retract the verdict; another one decides. */
    void askToRetract(PendingRetraction wish) {
        pendingRetraction = wish;
    }

    /** @param survivor stands for this one from now on */
    void mergeInto(Claim survivor) {
        duplicateOf = survivor.id;
    }

    /** It stands for itself again. */
    void part() {
        duplicateOf = null;
    }

    /**
     * Arrives where the move leads, and leaves behind what belonged to the status before.
     *
     * @param reason one of the codes that the move offers; ignored where it offers none
     */
    void arrive(Transition move, String reason, Instant now) {
        status = move.to;
        statusReason = move.word.codes.isEmpty() ? null : reason;
        pendingRetraction = null;
        if (status != ClaimStatus.PROPOSED) {
            proposedBy = null;
            if (status != ClaimStatus.IN_REVIEW) {
                assignee = null;
            }
        }
        if (move.closes()) {
            assignees = new String[0];
        }
        if (move.opens() && openReports == 0) {
            waitingSince = now;
        }
    }

    /** @param wanted in any order; the same set again changes nothing */
    void tag(Set<String> wanted, Actor actor, Instant now) {
        if (wanted.equals(Set.copyOf(List.of(tags)))) {
            return;
        }
        HistoryEntry.record(this, "tags_changed", actor, now, Map.of("tags", tags), Map.of("tags", wanted));
        tags = wanted.stream().sorted().toArray(String[]::new);
        touch(now);
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
     * @param tagsAlone whether its words stay
     * @throws ClaimLocked unless its words are for this actor to change now
     * @throws Problem 403 when they never are
     */
    void requireEditable(Actor actor, boolean tagsAlone) {
        if (tagsAlone) {
            if (!actor.is(Role.REVIEWER)) {
                throw new Problem(ProblemType.FORBIDDEN, "This requires the role reviewer.");
            }
            return;
        }
        requireEditable();
        if (actor.is(Role.REVIEWER)) {
            return;
        }
        if (!actor.is(submittedBy)) {
            throw new Problem(ProblemType.FORBIDDEN, "Only its submitter and reviewers can change a claim.");
        }
        if (status != ClaimStatus.SUBMITTED) {
            throw new ClaimLocked(status);
        }
    }

    /** Marks it changed: its version, and so its ETag, goes up with each write, even within one millisecond. */
    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusMillis(1);
    }

    /** Whether its verdict, while it stands, is being reviewed again. */
    public boolean isUnderReview() {
        return hasVerdict() && status.isOpen();
    }

    public boolean hasVerdict() {
        return revision > 0 && isReadable();
    }

    /** Whether this release knows its status; otherwise it is as if it were not there. */
    private boolean isReadable() {
        return status != null;
    }

    @PostLoad
    void tell() {
        Unreadable.isTold(!isReadable(), "claim", id, "status");
        Unreadable.isTold(!words.isReadable(), "claim", id, "claimant_type");
        Unreadable.isTold(!words.isSameAsReadable(), "claim", id, "claimant_same_as");
    }

    /** Without a verdict it exists for its submitter and for reviewers only. */
    public boolean isVisibleTo(Actor actor) {
        return isReadable() && (hasVerdict() || actor.is(Role.REVIEWER) || actor.is(submittedBy));
    }

    public UUID id() {
        return id;
    }

    public KeptActor submittedBy() {
        return submittedBy;
    }

    public ClaimStatus status() {
        return status;
    }

    public int version() {
        return version;
    }
}
