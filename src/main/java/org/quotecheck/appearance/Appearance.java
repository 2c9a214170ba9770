package org.quotecheck.appearance;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.address.Host;
import org.quotecheck.anchor.TextFragments;
import org.quotecheck.article.Article;
import org.quotecheck.article.Publisher;
import org.quotecheck.article.Quote;
import org.quotecheck.digest.StoredList;
import org.quotecheck.extraction.Part;
import org.quotecheck.security.Actor;
import org.quotecheck.security.KeptActor;
import org.quotecheck.statement.SearchText;

/** A place where a claim was made or repeated, with its words as they were there then. */
@Entity
@DynamicUpdate
@Table(name = "appearance")
public class Appearance extends PanacheEntityBase {

    private static final Pattern WWW = Pattern.compile("^www\\.", Pattern.CASE_INSENSITIVE);

    /** The words of one part as an embed anchors them; positions only where the article's text is known. */
    @RegisterForReflection
    public record QuotedPart(String exact, String prefix, String suffix, Integer start, Integer end) {
        public QuotedPart {
            Objects.requireNonNull(exact);
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "claim_id")
    UUID claimId;

    /** The claim it was submitted for: a different one from {@code claimId} if that is now a duplicate. */
    @Column(name = "own_claim_id")
    UUID ownClaimId;

    @Column(name = "article_id")
    UUID articleId;

    @Column(name = "article_version")
    Integer articleVersion;

    @Column(name = "quote_id")
    UUID quoteId;

    String url;

    @Column(name = "url_hash")
    String urlHash;

    String title;

    @Column(name = "publisher_name")
    String publisherName;

    @Column(name = "publisher_site")
    String publisherSite;

    LocalDate date;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<QuotedPart> parts;

    /** Whether a reviewer says that it is the first one; otherwise the earliest on record is. */
    boolean first;

    @Enumerated(EnumType.STRING)
    AppearanceState state = AppearanceState.PENDING;

    @Enumerated(EnumType.STRING)
    DropReason reason;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "added_by"))
    @AttributeOverride(name = "name", column = @Column(name = "added_by_name"))
    KeptActor addedBy;

    @Column(name = "created_at")
    Instant createdAt;

    /** What lists find it by: {@link #publisherKey} of the publisher's name and site. */
    @Column(name = "publisher_keys")
    @Type(StoredList.OfTexts.class)
    String[] publisherKeys;

    public static Appearance in(Article article, Instant now) {
        var appearance = at(article.url(), article.urlHash(), article.title(), article.publisher(), now);
        appearance.articleId = article.id();
        appearance.articleVersion = article.version();
        return appearance;
    }

    /** On a page about which nothing else is known. */
    public static Appearance at(CanonicalUrl url, String title, Publisher publisher, Instant now) {
        return at(url.value(), url.hash(), title, publisher, now);
    }

    private static Appearance at(String url, String urlHash, String title, Publisher publisher, Instant now) {
        var appearance = new Appearance();
        appearance.url = url;
        appearance.urlHash = urlHash;
        appearance.title = title;
        appearance.show(publisher);
        appearance.createdAt = now;
        return appearance;
    }

    /** With the words of that quote of its article. */
    public Appearance quoting(Quote quote) {
        quoteId = quote.id();
        articleVersion = quote.isOrphaned() ? null : articleVersion; // its words stood in an earlier version
        parts = quote.parts().stream().map(Appearance::words).toList();
        return this;
    }

    public Appearance quoting(String exact, String prefix, String suffix) {
        parts = List.of(new QuotedPart(exact, prefix, suffix, null, null));
        return this;
    }

    public Appearance on(LocalDate day) {
        date = day;
        return this;
    }

    /**
     * Takes its place at a claim.
     *
     * @param saidAs that claim, or the duplicate of it whose words stand there
     */
    public void belong(UUID claim, UUID saidAs, AppearanceState begins, Actor actor) {
        claimId = claim;
        ownClaimId = saidAs;
        state = begins;
        addedBy = actor.kept();
        persist();
    }

    /** A publisher's name or site to be compared as a whole. */
    public static String publisherKey(String nameOrSite) {
        var site = Host.of(nameOrSite).orElse(nameOrSite);
        return SearchText.key(WWW.matcher(site).replaceFirst(""));
    }

    @PrePersist
    @PreUpdate
    void index() {
        publisherKeys = Stream.of(publisherName, publisherSite)
                .filter(Objects::nonNull)
                .map(Appearance::publisherKey)
                .toArray(String[]::new);
    }

    /** As it would be sent. */
    public CorrectAppearance input() {
        return new CorrectAppearance(state, reason, date, title, publisher(), first);
    }

    /** What a reviewer found out about it. */
    public void correct(CorrectAppearance input) {
        state = input.state();
        reason = input.reason();
        date = input.date();
        title = input.title();
        show(input.publisher());
        first = Boolean.TRUE.equals(input.first());
    }

    private void show(Publisher publisher) {
        publisherName = publisher == null ? null : publisher.name();
        publisherSite = publisher == null ? null : publisher.site();
    }

    Publisher publisher() {
        return publisherName == null && publisherSite == null ? null : new Publisher(publisherName, publisherSite);
    }

    private static QuotedPart words(Part part) {
        return new QuotedPart(part.exact(), part.prefix(), part.suffix(), part.start(), part.end());
    }

    public boolean isFirst() {
        return first;
    }

    public boolean isConfirmed() {
        return state == AppearanceState.CONFIRMED;
    }

    public UUID id() {
        return id;
    }

    public UUID claimId() {
        return claimId;
    }

    public String url() {
        return url;
    }

    public String title() {
        return title;
    }

    public String publisherName() {
        return publisherName;
    }

    /** The page's address; where the words are known, a browser scrolls to them. */
    public String link() {
        return link(url, parts);
    }

    /** The same for the words of a row that was read without its entity. */
    public static String link(String url, List<QuotedPart> parts) {
        return parts == null || parts.isEmpty()
                ? url
                : TextFragments.link(
                        url,
                        parts.stream()
                                .map(part -> new Part(
                                        0,
                                        0,
                                        part.exact(),
                                        requireNonNullElse(part.prefix(), ""),
                                        requireNonNullElse(part.suffix(), "")))
                                .toList());
    }

    public LocalDate date() {
        return date;
    }

    /** The quoted words, their parts joined by an ellipsis; null where only the page is known. */
    public String quote() {
        return quote(parts);
    }

    /** The same for the words of a row that was read without its entity. */
    public static String quote(List<QuotedPart> parts) {
        return parts == null
                ? null
                : Part.joined(parts.stream().map(QuotedPart::exact).toList());
    }
}
