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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.deployment.OneStatement;
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
     * One that another statement has read, with the columns of the table. Its kind is null where this release does not
     * know it.
     */
    public static VerdictRevision of(ResultSet row) throws SQLException {
        var revision = new VerdictRevision();
        revision.key = new Key(row.getObject("claim_id", UUID.class), row.getInt("number"));
        revision.kind = RevisionKind.known(row.getString("kind")).orElse(null);
        revision.content = row.getString("content");
        revision.contentDigest = row.getString("content_digest");
        revision.digest = row.getString("digest");
        revision.previousDigest = row.getString("previous_digest");
        revision.proposedBy = new KeptActor(row.getString("proposed_by"), row.getString("proposed_by_name"));
        revision.approvedBy = new KeptActor(row.getString("approved_by"), row.getString("approved_by_name"));
        revision.publishedAt = OneStatement.time(row, "published_at");
        return revision;
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

    /** What the digest is taken over (docs/verifying.md): number, kind, publishedAt, contentDigest, previousDigest?. */
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

    Key keyBefore() {
        return new Key(key.claimId, key.number - 1);
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
