package org.quotecheck.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.quotecheck.statement.SearchText;

/** A place where a claim was made or repeated, with the words as they stood there then. */
@Entity
@Table(name = "appearance")
public class Appearance extends PanacheEntityBase {

    private static final Pattern WWW = Pattern.compile("^www\\.", Pattern.CASE_INSENSITIVE);

    /** The words of one part as an embed anchors them; positions only where the article's text is known. */
    @RegisterForReflection
    record Words(String exact, String prefix, String suffix, Integer start, Integer end) {}

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "claim_id")
    UUID claimId;

    /** The claim as which it was submitted: another one than {@code claimId} where that is a duplicate now. */
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
    List<Words> parts;

    @Column(name = "created_at")
    Instant createdAt;

    /** What lists find it by: {@link #publisherKey} of the publisher's name and site. */
    @Column(name = "publisher_keys")
    String[] publisherKeys;

    /** The first one first; the same words on the same page, which a duplicate may bring along, once. */
    static List<Appearance> of(Collection<UUID> claimIds) {
        record Place(UUID claimId, String urlHash, UUID quoteId) {}
        var seen = new HashSet<Place>();
        return Appearance.<Appearance>list("claimId in ?1 order by id", claimIds).stream()
                .filter(appearance -> seen.add(new Place(appearance.claimId, appearance.urlHash, appearance.quoteId)))
                .toList();
    }

    /** A publisher's name or site to be compared as a whole. */
    public static String publisherKey(String nameOrSite) {
        return SearchText.key(WWW.matcher(nameOrSite).replaceFirst(""));
    }

    @PrePersist
    @PreUpdate
    void index() {
        publisherKeys = Stream.of(publisherName, publisherSite)
                .filter(Objects::nonNull)
                .map(Appearance::publisherKey)
                .toArray(String[]::new);
    }

    /** Whether this is the same words on the same page. */
    boolean isAt(Appearance other) {
        return urlHash.equals(other.urlHash) && Objects.equals(quoteId, other.quoteId);
    }
}
