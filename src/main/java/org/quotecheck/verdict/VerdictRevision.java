package org.quotecheck.verdict;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quotecheck.digest.Canonical;
import org.quotecheck.digest.Sha256;
import org.quotecheck.security.KeptActor;

/** What was published: numbered 1..n without gaps, never changed afterwards, each chained to the one before. */
@Entity
@org.hibernate.annotations.Immutable
@Table(name = "verdict_revision")
public class VerdictRevision extends PanacheEntityBase {

    @Embeddable
    public record Key(@Column(name = "claim_id") UUID claimId, int number) {}

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    RevisionKind kind;

    /** RFC 8785 form of a {@link VerdictContent}. */
    String content;

    @Column(name = "content_digest")
    String contentDigest;

    String digest;

    @Column(name = "previous_digest")
    String previousDigest;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "proposed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "proposed_by_name"))
    KeptActor proposedBy;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "approved_by"))
    @AttributeOverride(name = "name", column = @Column(name = "approved_by_name"))
    KeptActor approvedBy;

    @Column(name = "published_at")
    Instant publishedAt;

    /** What stands in {@link #content}, once somebody asked. */
    @Transient
    private VerdictContent read;

    /**
     * One that another statement has read, with the columns of the table.
     *
     * @return empty where this release does not know its kind
     */
    public static Optional<VerdictRevision> of(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        for (var known : RevisionKind.values()) {
            if (known.code.equals(kind)) {
                var revision = new VerdictRevision();
                revision.key = new Key(row.getObject("claim_id", UUID.class), row.getInt("number"));
                revision.kind = known;
                revision.content = row.getString("content");
                revision.contentDigest = row.getString("content_digest");
                revision.digest = row.getString("digest");
                revision.previousDigest = row.getString("previous_digest");
                revision.proposedBy = new KeptActor(row.getString("proposed_by"), row.getString("proposed_by_name"));
                revision.approvedBy = new KeptActor(row.getString("approved_by"), row.getString("approved_by_name"));
                revision.publishedAt =
                        row.getObject("published_at", OffsetDateTime.class).toInstant();
                return Optional.of(revision);
            }
        }
        return Optional.empty();
    }

    public static Optional<VerdictRevision> numbered(UUID claimId, int number) {
        return findByIdOptional(new Key(claimId, number));
    }

    /** Newest first. */
    public static List<VerdictRevision> of(UUID claimId) {
        return list("key.claimId = ?1 order by key.number desc", claimId);
    }

    private static Optional<VerdictRevision> last(UUID claimId) {
        return find("key.claimId = ?1 order by key.number desc", claimId).firstResultOptional();
    }

    public static List<VerdictRevision> of(Collection<Key> keys) {
        return keys.isEmpty() ? List.of() : list("key in ?1", keys);
    }

    /** Corrections, newest first, after the one with this key (none: from the newest on). Duplicates have none. */
    public static List<VerdictRevision> corrections(Instant publishedAt, UUID claimId, int number, int most) {
        var corrections = "from VerdictRevision r where r.kind = ?1"
                + " and not exists (from Claim c where c.id = r.key.claimId and c.duplicateOf is not null)";
        var order = " order by r.publishedAt desc, r.key.claimId desc, r.key.number desc";
        var found = publishedAt == null
                ? VerdictRevision.<VerdictRevision>find(corrections + order, RevisionKind.CORRECTION)
                : VerdictRevision.<VerdictRevision>find(
                        corrections + " and (r.publishedAt < ?2 or r.publishedAt = ?2 and (r.key.claimId < ?3 "
                                + "or r.key.claimId = ?3 and r.key.number < ?4))" + order,
                        RevisionKind.CORRECTION,
                        publishedAt,
                        claimId,
                        number);
        return found.page(0, most).list();
    }

    /** The revision before each of these, where there is one. */
    public static Map<VerdictRevision, VerdictRevision> before(List<VerdictRevision> revisions) {
        var keys = revisions.stream()
                .filter(revision -> revision.key.number > 1)
                .map(revision -> new Key(revision.key.claimId, revision.key.number - 1))
                .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        var found = VerdictRevision.<VerdictRevision>list("key in ?1", keys).stream()
                .collect(Collectors.toMap(revision -> revision.key, revision -> revision));
        return revisions.stream()
                .filter(revision -> found.containsKey(new Key(revision.key.claimId, revision.key.number - 1)))
                .collect(Collectors.toMap(
                        revision -> revision,
                        revision -> found.get(new Key(revision.key.claimId, revision.key.number - 1))));
    }

    /**
     * The next one after the claim's current revision; 0 means that there is none. Where the current one is missing,
     * the next after the last.
     */
    public static VerdictRevision freeze(
            Key current,
            RevisionKind kind,
            VerdictContent content,
            KeptActor proposer,
            KeptActor approver,
            Instant now) {
        var revision = next(
                (current.number == 0 ? Optional.<VerdictRevision>empty() : numbered(current.claimId, current.number))
                        .or(() -> last(current.claimId)),
                current.claimId,
                kind,
                content,
                proposer,
                approver,
                now);
        revision.persist();
        return revision;
    }

    /** What would be frozen after that one; not kept. */
    public static VerdictRevision next(
            Optional<VerdictRevision> previous,
            UUID claimId,
            RevisionKind kind,
            VerdictContent content,
            KeptActor proposer,
            KeptActor approver,
            Instant now) {
        var revision = new VerdictRevision();
        revision.key = new Key(claimId, previous.map(VerdictRevision::number).orElse(0) + 1);
        revision.kind = kind;
        revision.content = Canonical.json(content);
        revision.read = content.shown();
        revision.contentDigest = Sha256.hex(revision.content);
        revision.previousDigest = previous.map(before -> before.digest).orElse(null);
        revision.proposedBy = proposer;
        revision.approvedBy = approver;
        revision.publishedAt = now;
        revision.digest = Sha256.hex(Canonical.json(revision.link()));
        return revision;
    }

    /** What the digest is taken over (domain.md): number, kind, publishedAt, contentDigest, previousDigest?. */
    private LinkedHashMap<String, Object> link() {
        var link = new LinkedHashMap<String, Object>();
        link.put("number", key.number);
        link.put("kind", kind);
        link.put("publishedAt", publishedAt);
        link.put("contentDigest", contentDigest);
        if (previousDigest != null) {
            link.put("previousDigest", previousDigest);
        }
        return link;
    }

    /** {@link VerdictContent#REMOVED} where it was removed, or cannot be read. */
    public VerdictContent content() {
        if (read == null) {
            read = StoredContent.read(content, kind, key.claimId, key.number);
        }
        return read;
    }

    /** Whether nothing of it is to be shown but that it was there. */
    public boolean isRemoved() {
        return content() == VerdictContent.REMOVED;
    }

    /** What distinguishes it from others, and from itself before its content was removed by order of a court. */
    public String tag() {
        return content.equals(StoredContent.REMOVED) ? digest + ".removed" : digest;
    }

    public UUID claimId() {
        return key.claimId;
    }

    public int number() {
        return key.number;
    }

    public RevisionKind kind() {
        return kind;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public KeptActor proposedBy() {
        return proposedBy;
    }

    public KeptActor approvedBy() {
        return approvedBy;
    }

    public String digest() {
        return digest;
    }
}
