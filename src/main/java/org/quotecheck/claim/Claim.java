package org.quotecheck.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.quotecheck.http.Problem;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/** One statement that can be checked. Whoever changes it holds its row's lock. */
@Entity
@Table(name = "claim")
public class Claim extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String text;

    String language;

    @Column(name = "claimant_name")
    String claimantName;

    @Column(name = "claimant_type")
    @Enumerated(EnumType.STRING)
    Claimant.Type claimantType;

    @Column(name = "claimant_job_title")
    String claimantJobTitle;

    @Column(name = "claimant_same_as")
    String[] claimantSameAs;

    @Column(name = "claim_date")
    LocalDate claimDate;

    String identity;

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

    @Column(name = "search_text")
    String searchText;

    @Column(name = "claimant_key")
    String claimantKey;

    @Column(name = "published_text")
    String publishedText;

    @Column(name = "published_claimant_key")
    String publishedClaimantKey;

    @Column(name = "published_language")
    String publishedLanguage;

    @Enumerated(EnumType.STRING)
    Rating rating;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    /** The claim with its row locked until the transaction ends. */
    static Optional<Claim> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @throws Problem 404 when it is unknown, or not for this viewer to see */
    static Claim visible(UUID id, Actor viewer) {
        return Claim.<Claim>findByIdOptional(id).filter(claim -> claim.isVisibleTo(viewer)).orElseThrow(Problem::notFound);
    }

    static Optional<Claim> lockedWithIdentity(String identity) {
        return Claim.<Claim>find("identity", identity).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    static Claim submit(Submission submission, Actor submitter, Instant now) {
        var claim = new Claim();
        claim.text = submission.text();
        claim.language = submission.language();
        claim.claimDate = submission.claimDate();
        if (submission.claimant() != null) {
            claim.claimantName = submission.claimant().name();
            claim.claimantType = submission.claimant().type();
            claim.claimantJobTitle = submission.claimant().jobTitle();
            claim.claimantSameAs = submission.claimant().sameAs() == null ? null : submission.claimant().sameAs().toArray(String[]::new);
        }
        claim.identity = submission.identity();
        claim.submittedBy = submitter.subject();
        claim.createdAt = now;
        claim.updatedAt = now;
        claim.persist();
        HistoryEntry.record(claim, "submitted", submitter, now, null, Map.of("status", claim.status.code));
        return claim;
    }

    /** Lists find it by its words as they are now, whoever changed them. */
    @PrePersist
    @PreUpdate
    void index() {
        searchText = SearchText.of(text, claimantName);
        claimantKey = SearchText.key(claimantName);
    }

    /** The public finds it by these words and this rating from now on. */
    void publish(VerdictContent content) {
        var words = content.claim();
        var name = words.claimant() == null ? null : words.claimant().name();
        publishedText = SearchText.of(words.text(), name);
        publishedClaimantKey = SearchText.key(name);
        publishedLanguage = words.language();
        rating = content.rating();
    }

    /** Adds a place where it appeared; nothing happens when that place is known. @return whether it was new */
    boolean appear(Appearance appearance, Actor actor, Instant now) {
        var known = Appearance.of(List.of(id));
        if (known.stream().anyMatch(appearance::isAt)) {
            return false;
        }
        appearance.claimId = id;
        appearance.first = known.isEmpty();
        appearance.persist();
        touch(now);
        HistoryEntry.record(this, "appearance_added", actor, now, null, Map.of("url", appearance.url));
        return true;
    }

    /** @throws ClaimLocked while a verdict on the present sources is proposed or published */
    Source cite(Source source, Actor actor, Instant now) {
        requireEditable();
        source.persist();
        touch(now);
        HistoryEntry.record(this, "source_added", actor, now, null, SourceView.of(source));
        return source;
    }

    /** @throws ClaimLocked unless it is being worked on */
    void requireEditable() {
        if (status != ClaimStatus.SUBMITTED && status != ClaimStatus.IN_REVIEW) {
            throw new ClaimLocked(status);
        }
    }

    /** Marks it changed: its version, and so its ETag, goes up with each write, even within one millisecond. */
    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusMillis(1);
    }

    Transition.Situation situation(boolean secondPerson) {
        return new Transition.Situation(status, hasVerdict(), assignee, proposedBy, secondPerson);
    }

    /** Whether its verdict, while it stands, is being looked at again. */
    public boolean isUnderReview() {
        return hasVerdict() && (status == ClaimStatus.IN_REVIEW || status == ClaimStatus.PROPOSED);
    }

    public boolean hasVerdict() {
        return revision > 0;
    }

    /** Without a verdict it exists for its submitter and for reviewers only. */
    public boolean isVisibleTo(Actor actor) {
        return hasVerdict() || actor.is(Role.REVIEWER) || actor.is(submittedBy);
    }

    public Claimant claimant() {
        return claimantName == null ? null : new Claimant(claimantName, claimantType, claimantJobTitle,
                claimantSameAs == null ? null : List.of(claimantSameAs));
    }

    public UUID id() {
        return id;
    }

    public ClaimStatus status() {
        return status;
    }

    public int version() {
        return version;
    }
}
