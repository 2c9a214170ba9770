package org.quotecheck.source;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.quotecheck.address.WebAddress;
import org.quotecheck.article.StatedDate;
import org.quotecheck.digest.Unreadable;
import org.quotecheck.problem.Problem;

/** Evidence for or against a claim. */
@Entity
@DynamicUpdate
@Table(name = "source")
public class Source extends PanacheEntityBase {

    /** Of one claim. */
    public static final int MOST = 100;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "claim_id")
    UUID claimId;

    String url;

    String reference;

    String title;

    String publisher;

    String author;

    /** As precise as it was given ({@link StatedDate}). */
    @Column(name = "published_at")
    String publishedAt;

    @Column(name = "accessed_at")
    Instant accessedAt;

    @Column(name = "archive_url")
    String archiveUrl;

    @Enumerated(EnumType.STRING)
    SourceRole role;

    String excerpt;

    String note;

    @Column(name = "created_at")
    Instant createdAt;

    public static Source of(UUID claimId, AddSource input, Instant now) {
        var source = new Source();
        source.claimId = claimId;
        source.createdAt = now;
        source.write(input, now);
        return source;
    }

    public void write(AddSource input, Instant now) {
        url = input.url() == null ? null : WebAddress.serialised(input.url());
        reference = input.reference();
        title = input.title();
        publisher = input.publisher();
        author = input.author();
        publishedAt = StatedDate.Form.of(input.publishedAt()).orElse(null);
        accessedAt = input.accessedAt() == null ? now : input.accessedAt();
        archiveUrl = WebAddress.serialised(input.archiveUrl());
        role = input.role();
        excerpt = input.excerpt();
        note = input.note();
    }

    /** Whether this release knows its role. */
    private boolean isReadable() {
        return !Unreadable.isTold(role == null, "source", id, "role");
    }

    public UUID id() {
        return id;
    }

    public UUID claimId() {
        return claimId;
    }

    /** As it would be sent. */
    public AddSource input() {
        return new AddSource(
                url, reference, title, publisher, author, publishedAt, accessedAt, archiveUrl, role, excerpt, note);
    }

    /** @throws Problem 404 when the claim has no such source */
    public static Source of(UUID claimId, UUID id) {
        return Source.<Source>findByIdOptional(id)
                .filter(source -> source.claimId.equals(claimId) && source.isReadable())
                .orElseThrow(Problem::notFound);
    }

    /** How many there are, by claim; claims without any are left out. One statement. */
    public static Map<UUID, Integer> counts(Collection<UUID> claimIds) {
        return getEntityManager()
                .createQuery(
                        "select claimId, count(*) from Source where claimId in ?1 group by claimId", Object[].class)
                .setParameter(1, claimIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** In the order in which they were added. */
    public static List<Source> of(Collection<UUID> claimIds) {
        return Source.<Source>list("claimId in ?1 order by id", claimIds).stream()
                .filter(Source::isReadable)
                .toList();
    }
}
