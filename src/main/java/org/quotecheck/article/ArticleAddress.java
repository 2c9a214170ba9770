package org.quotecheck.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.quotecheck.address.CanonicalUrl;

/** An address at which an article is found: its URL, or an alias. It belongs to one article. */
@Entity
@Table(name = "article_address")
class ArticleAddress extends PanacheEntityBase {

    @Id
    @Column(name = "url_hash")
    String urlHash;

    @Column(name = "article_id")
    UUID articleId;

    static ArticleAddress of(CanonicalUrl url, Article article) {
        var address = new ArticleAddress();
        address.urlHash = url.hash();
        address.articleId = article.id;
        return address;
    }
}
