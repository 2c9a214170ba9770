package org.quotecheck.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One text that stood, or stands, at an article's URL. Written once. */
@Entity
@Table(name = "article_version")
class ArticleVersion extends PanacheEntityBase {

    @Embeddable
    record Key(@Column(name = "article_id") UUID articleId, int number) {}

    @EmbeddedId
    Key key;

    String text;

    @Column(name = "content_digest")
    String contentDigest;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "created_at")
    Instant createdAt;

    static ArticleVersion of(Article article, String text, String submitter, Instant now) {
        var version = new ArticleVersion();
        version.key = new Key(article.id, article.version);
        version.text = text;
        version.contentDigest = article.contentDigest;
        version.submittedBy = submitter;
        version.createdAt = now;
        return version;
    }
}
