package org.quotecheck.claim;

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
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** Evidence for or against a claim. */
@Entity
@Table(name = "source")
class Source extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "claim_id")
    UUID claimId;

    String url;

    String title;

    String publisher;

    String author;

    @Column(name = "published_at")
    Instant publishedAt;

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

    static Source of(UUID claimId, AddSource input, Instant now) {
        var source = new Source();
        source.claimId = claimId;
        source.url = input.url();
        source.title = input.title();
        source.publisher = input.publisher();
        source.author = input.author();
        source.publishedAt = input.publishedAt();
        source.accessedAt = input.accessedAt() == null ? now : input.accessedAt();
        source.archiveUrl = input.archiveUrl();
        source.role = input.role();
        source.excerpt = input.excerpt();
        source.note = input.note();
        source.createdAt = now;
        return source;
    }

    /** In the order in which they were added. */
    static List<Source> of(Collection<UUID> claimIds) {
        return list("claimId in ?1 order by id", claimIds);
    }
}
