package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.digest.Sha256;

/** One text that was, or is, at an article's URL. Written once. */
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

    /** What reviewers decided about it; only an accepted one was ever at the article's URL. */
    @RegisterForReflection
    enum State {
        ACCEPTED("accepted"),
        WAITING("waiting"),
        REFUSED("refused");

        @JsonValue
        @EnumeratedValue
        final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String toString() {
            return code;
        }
    }

    @Enumerated(EnumType.STRING)
    State state = State.ACCEPTED;

    static ArticleVersion of(UUID articleId, int number, String text, String submitter, Instant now) {
        var version = new ArticleVersion();
        version.key = new Key(articleId, number);
        version.text = text;
        version.contentDigest = Sha256.hex(text);
        version.submittedBy = submitter;
        version.createdAt = now;
        return version;
    }

    /** The number after the article's last one, whatever became of that. */
    static int next(UUID articleId) {
        return getEntityManager()
                        .createQuery(
                                "select max(key.number) from ArticleVersion where key.articleId = ?1", Integer.class)
                        .setParameter(1, articleId)
                        .getSingleResult()
                + 1;
    }

    /** The newest first, without their texts; one statement. */
    static List<ArticleVersionView> before(UUID articleId, int number, int most) {
        return getEntityManager()
                .createQuery("""
                        select new org.quotecheck.article.ArticleVersionView(
                          v.key.articleId, v.key.number, v.state, v.createdAt)
                        from ArticleVersion v where v.key.articleId = ?1 and v.key.number < ?2
                        order by v.key.number desc""", ArticleVersionView.class)
                .setParameter(1, articleId)
                .setParameter(2, number)
                .setMaxResults(most)
                .getResultList();
    }

    /** One that waits with this text. */
    static Optional<ArticleVersion> waiting(UUID articleId, String text) {
        return find(
                        "key.articleId = ?1 and state = ?2 and contentDigest = ?3 order by key.number desc",
                        articleId,
                        State.WAITING,
                        Sha256.hex(text))
                .firstResultOptional();
    }

    /** A reviewer accepts it. */
    void accept() {
        state = State.ACCEPTED;
    }

    /** A reviewer refuses it. */
    void refuse() {
        state = State.REFUSED;
    }

    /** A text that somebody sent while a published claim is based on the article; a reviewer looks at it first. */
    static ArticleVersion keep(Article article, String text, String submitter, Instant now) {
        var version = of(article.id, next(article.id), text, submitter, now);
        version.state = State.WAITING;
        version.persist();
        return version;
    }
}
