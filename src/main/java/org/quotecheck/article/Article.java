package org.quotecheck.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.quotecheck.digest.Sha256;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.QuotationExtractor;
import org.quotecheck.extraction.Speaker;
import org.quotecheck.problem.Problem;

/** A page that carries quotations, at a canonical URL. Each other text of it is a new version. */
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

    String[] authors = {};

    @Column(name = "published_at")
    Instant publishedAt;

    String language;

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

    @Version
    @Column(name = "lock_version")
    int lockVersion;

    public static Optional<Article> at(CanonicalUrl url) {
        return find("urlHash", url.hash()).firstResultOptional();
    }

    /** With its row locked until the transaction ends, so that versions are made one after the other. */
    static Optional<Article> lockedAt(CanonicalUrl url) {
        return Article.<Article>find("urlHash", url.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The same for one that is known. */
    static Optional<Article> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static Article first(CanonicalUrl url, SubmitArticle input, String text, String submitter, Instant now) {
        var article = new Article();
        article.url = url.value();
        article.urlHash = url.hash();
        article.createdAt = now;
        article.submittedBy = submitter;
        article.describe(input);
        article.take(1, text, now);
        ArticleVersion.of(article.id, 1, text, submitter, now).persist();
        return article;
    }

    boolean hasText(String text) {
        return contentDigest.equals(Sha256.hex(text));
    }

    /**
     * The same URL with another text: the next version, and each quote anchored again. What others than its first
     * submitter say of the article changes nothing.
     */
    void revise(SubmitArticle input, String text, String submitter, Instant now) {
        if (submitter.equals(submittedBy)) {
            describe(input);
        }
        int number = ArticleVersion.next(id);
        take(number, text, now);
        ArticleVersion.of(id, number, text, submitter, now).persist();
    }

    /** A version that waited is the article's text now. */
    void accept(ArticleVersion waiting, Instant now) {
        waiting.state = ArticleVersion.State.ACCEPTED;
        take(waiting.key.number(), waiting.text, now);
    }

    /** Whether a verdict is shown for words that stand here; then only reviewers change the text at once. */
    boolean carriesVerdict() {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (select 1 from appearance a join claim c on c.id = a.claim_id
                          where a.article_id = :article and a.state = 'confirmed' and c.revision > 0)""", Boolean.class)
                .setParameter("article", id)
                .getSingleResult();
    }

    List<Quote> quotes() {
        return Quote.list("articleId = ?1 order by start, id", id);
    }

    String text() {
        return ArticleVersion.<ArticleVersion>findById(new ArticleVersion.Key(id, version)).text;
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

    public int version() {
        return version;
    }

    /** What is sent replaces what was known; what is not sent stays. */
    private void describe(SubmitArticle input) {
        title = input.title() != null ? input.title() : title;
        if (input.publisher() != null) {
            publisherName = input.publisher().name();
            publisherSite = input.publisher().site();
        }
        authors = input.authors() != null ? input.authors().toArray(String[]::new) : authors;
        publishedAt = input.publishedAt() != null ? input.publishedAt() : publishedAt;
        language = input.language() != null ? input.language() : language;
    }

    private void take(int number, String text, Instant now) {
        var known = version == 0 ? List.<Quote>of() : quotes();
        version = number;
        contentDigest = Sha256.hex(text);
        updatedAt = now;
        persist();
        var found = QuotationExtractor.extract(text, language).stream()
                .map(quotation -> Quote.of(id, quotation))
                .toList();
        var fragments = new TextFragments(text);
        var budget = new QuoteBudget();
        var added = Anchoring.merge(known, found, text);
        known.forEach(quote -> {
            quote.fragment = quote.isOrphaned() ? quote.fragment : fragments.of(quote.parts);
            budget.takes(quote, this);
        });
        var kept = added.stream()
                .takeWhile(quote -> {
                    quote.fragment = fragments.of(quote.parts);
                    return budget.takes(quote, this);
                })
                .toList();
        quotesLeftOut = added.size() - kept.size();
        persist(kept);
    }

    /**
     * Takes words of the current text as a quote, whoever found them.
     *
     * @param known the article's quotes
     * @throws Problem 422 when the answer that lists the quotes could hold no more
     */
    Quote add(Part part, Speaker speaker, String text, List<Quote> known, Instant now) {
        var quote = Quote.of(id, part, speaker, known);
        quote.fragment = new TextFragments(text).of(quote.parts);
        var budget = new QuoteBudget();
        known.forEach(other -> budget.takes(other, this));
        if (!budget.takes(quote, this)) {
            throw Problem.invalid("", "would exceed the number of quotes that an article can have");
        }
        quote.persist();
        updatedAt = now;
        return quote;
    }
}
