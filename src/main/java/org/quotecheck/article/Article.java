package org.quotecheck.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.UuidGenerator;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.digest.Sha256;
import org.quotecheck.digest.StoredList;
import org.quotecheck.digest.Unreadable;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/** A page that carries quotations, at a canonical URL. Each different text is a new version. */
@Entity
@Table(name = "article")
public class Article extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String url;

    @Column(name = "url_hash")
    String urlHash;

    String title;

    @Column(name = "publisher_name")
    String publisherName;

    @Column(name = "publisher_site")
    String publisherSite;

    @Type(StoredList.OfTexts.class)
    String[] authors = {};

    /** As precise as it was given ({@link StatedDate}). */
    @Column(name = "published_at")
    String publishedAt;

    String language;

    @Type(StoredList.OfTexts.class)
    String[] aliases = {};

    @Column(name = "search_text")
    String searchText;

    int version;

    @Column(name = "content_digest")
    String contentDigest;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "quotes_left_out")
    int quotesLeftOut;

    @Transient
    private List<Quote> renewed;

    @Version
    @Column(name = "lock_version")
    int lockVersion;

    private static final String AT = "id = (select articleId from ArticleAddress where urlHash = ?1)";

    /** By its URL or an alias. */
    public static Optional<Article> at(CanonicalUrl url) {
        return find(AT, url.hash()).firstResultOptional();
    }

    /** With its row locked until the transaction ends, so that versions are made one after the other. */
    static Optional<Article> lockedAt(CanonicalUrl url) {
        return Article.<Article>find(AT, url.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The same for one that is known. */
    static Optional<Article> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static Article first(CanonicalUrl url, SubmitArticle input, ArticleText text, String submitter, Instant now) {
        var article = new Article();
        article.url = url.value();
        article.urlHash = url.hash();
        article.createdAt = now;
        article.submittedBy = submitter;
        article.describe(input, text);
        article.take(1, text.text(), now);
        ArticleVersion.of(article.id, 1, text.text(), submitter, now).persist();
        ArticleAddress.of(url, article).persist();
        return article;
    }

    boolean hasText(ArticleText text) {
        return contentDigest.equals(Sha256.hex(text.text()));
    }

    /** Its first submitter and reviewers can correct what is known about it. */
    boolean isDescribedBy(Actor actor) {
        return actor.is(submittedBy) || actor.is(Role.REVIEWER);
    }

    /** The same URL with another text: the next version, and each quote anchored again. */
    void revise(ArticleText text, String submitter, Instant now) {
        int number = ArticleVersion.next(id);
        take(number, text.text(), now);
        ArticleVersion.of(id, number, text.text(), submitter, now).persist();
    }

    /** A version that waited is the article's text now. */
    void accept(ArticleVersion waiting, Instant now) {
        waiting.accept();
        take(waiting.key.number(), waiting.text, now);
    }

    /** Whether a verdict is shown for words in this article; then only reviewers can change the text at once. */
    boolean carriesVerdict() {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (select 1 from appearance a join claim c on c.id = a.claim_id
                          where a.article_id = :article and a.state = 'confirmed' and c.revision > 0)""", Boolean.class)
                .setParameter("article", id)
                .getSingleResult();
    }

    /** Another address of it; nothing changes where it has that already. */
    void alias(CanonicalUrl other, Instant now) {
        if (!other.value().equals(url) && !List.of(aliases).contains(other.value())) {
            aliases =
                    Stream.concat(Stream.of(aliases), Stream.of(other.value())).toArray(String[]::new);
            ArticleAddress.of(other, this).persist();
            updatedAt = now;
        }
    }

    /** Not read again where this very object has just taken a version. */
    List<Quote> quotes() {
        return renewed == null ? ArticleQuotes.shown(this) : ArticleQuotes.shown(renewed);
    }

    /** @throws Problem 404 where it has lost its current version */
    String text() {
        var current = ArticleVersion.<ArticleVersion>findByIdOptional(new ArticleVersion.Key(id, version));
        Unreadable.isTold(current.isEmpty(), "article", id, "the text of its version");
        return current.orElseThrow(Problem::notFound).text;
    }

    String lockVersion() {
        return String.valueOf(lockVersion);
    }

    /** Changes with every version; quoted, strong. */
    String etag() {
        return "\"" + lockVersion + '"';
    }

    public UUID id() {
        return id;
    }

    public String url() {
        return url;
    }

    public String urlHash() {
        return urlHash;
    }

    public String title() {
        return title;
    }

    /** Null when neither its name nor its site is known. */
    public Publisher publisher() {
        return publisherName == null && publisherSite == null ? null : new Publisher(publisherName, publisherSite);
    }

    public String language() {
        return language;
    }

    /** As precise as it was given; null where nobody says. */
    public String publishedAt() {
        return publishedAt;
    }

    public int version() {
        return version;
    }

    /** What is sent replaces what was known; what the page says is taken where nothing was. */
    void describe(SubmitArticle input, ArticleText text) {
        var page = PageMetadata.of(text.facts());
        title = input.title() != null ? input.title() : title != null ? title : page.title();
        if (input.publisher() != null) {
            publisher(input.publisher());
        } else if (publisher() == null) {
            publisher(page.publisher());
        }
        var said = input.authors() != null ? input.authors() : authors.length > 0 ? List.of(authors) : page.authors();
        authors = said.toArray(String[]::new);
        var date = input.publishedAt() != null ? input.publishedAt() : publishedAt;
        publishedAt =
                date == null ? page.publishedAt() : StatedDate.Form.of(date).orElse(date);
        boolean known = language != null && !language.equals(Languages.UNKNOWN);
        language = input.language() != null || !known ? text.language() : language;
        searchText = ArticleList.searched(title, publisherName, url);
    }

    private void publisher(Publisher publisher) {
        publisherName = publisher == null ? null : publisher.name();
        publisherSite = publisher == null ? null : publisher.site();
    }

    /** What a merge patch changes. */
    DescribeArticle description() {
        return new DescribeArticle(
                title,
                publisher(),
                authors.length == 0 ? null : List.of(authors),
                publishedAt,
                language,
                aliases.length == 0 ? null : List.of(aliases));
    }

    /** Takes all of it except aliases. */
    void describe(DescribeArticle input, Instant now) {
        title = input.title();
        publisher(input.publisher());
        authors = input.authors() == null ? new String[0] : input.authors().toArray(String[]::new);
        publishedAt = input.publishedAt() == null
                ? null
                : StatedDate.Form.of(input.publishedAt()).orElseThrow();
        language = input.language() == null ? Languages.UNKNOWN : input.language();
        searchText = ArticleList.searched(title, publisherName, url);
        updatedAt = now;
    }

    /** Has these aliases and no others. */
    void aliases(List<CanonicalUrl> all) {
        var own = all.stream()
                .filter(other -> !other.value().equals(url))
                .distinct()
                .toList();
        for (var old : aliases) {
            if (own.stream().noneMatch(other -> other.value().equals(old))) {
                ArticleAddress.deleteById(CanonicalUrl.of(old).hash());
            }
        }
        own.stream()
                .filter(other -> !List.of(aliases).contains(other.value()))
                .forEach(other -> ArticleAddress.of(other, this).persist());
        aliases = own.stream().map(CanonicalUrl::value).toArray(String[]::new);
    }

    private void take(int number, String text, Instant now) {
        boolean first = version == 0;
        version = number;
        contentDigest = Sha256.hex(text);
        updatedAt = now;
        persist();
        var quotes = ArticleQuotes.renew(this, first ? List.of() : ArticleQuotes.all(this), text);
        renewed = quotes.all();
        quotesLeftOut = quotes.leftOut();
        ArticleQuotes.insert(quotes.added());
    }

    /** Its quotes have changed, and so its ETag. */
    void touch(Instant now) {
        updatedAt = now;
    }
}
