package org.quotecheck.verdict;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;
import org.quotecheck.digest.StoredList;
import org.quotecheck.source.Source;

/** What a reviewer proposes to publish; after publication it is where the next revision starts. */
@Entity
@DynamicUpdate
@Table(name = "verdict_draft")
public class VerdictDraft extends PanacheEntityBase {

    @Id
    @Column(name = "claim_id")
    UUID claimId;

    @Enumerated(EnumType.STRING)
    Rating rating;

    @Column(name = "quote_verdict")
    @Enumerated(EnumType.STRING)
    QuoteVerdict quoteVerdict;

    @Type(StoredList.OfTexts.class)
    String[] reasons;

    String summary;

    String explanation;

    String language;

    @Type(StoredList.OfIds.class)
    UUID[] sources;

    /** Who wrote any of it since the last revision: they publish none of it. */
    @Type(StoredList.OfTexts.class)
    String[] writers = {};

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    public static VerdictDraft of(UUID claimId) {
        return findById(claimId);
    }

    public void write(WriteVerdictDraft input, String writer, Instant now) {
        rating = input.rating();
        quoteVerdict = input.quoteVerdict();
        reasons = input.reasons() == null ? null : input.reasons().toArray(String[]::new);
        summary = input.summary();
        explanation = input.explanation();
        language = input.language();
        sources = input.sources() == null ? null : input.sources().toArray(UUID[]::new);
        writers = StoredList.with(writers, writer);
        updatedAt = updatedAt == null || now.isAfter(updatedAt) ? now : updatedAt.plusMillis(1);
    }

    /** Null, which stands for all of the claim's, where they cannot be read, too. */
    List<UUID> sources() {
        return sources == null || StoredList.isUnreadable(sources) ? null : List.of(sources);
    }

    public Set<String> writers() {
        return Set.copyOf(List.of(writers));
    }

    /** What it says is a revision now, and what is written from here on belongs to the next one. */
    public void published() {
        writers = new String[0];
    }

    /** Its members that a verdict requires, in words. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (rating == null) {
            missing.add("a rating in the verdict draft");
        }
        if (summary == null) {
            missing.add("a summary in the verdict draft");
        }
        if (language == null) {
            missing.add("a language in the verdict draft");
        }
        return missing;
    }

    /** That of the claim, which has none yet. */
    public static VerdictDraft begin(UUID claimId) {
        var draft = new VerdictDraft();
        draft.claimId = claimId;
        return draft;
    }

    /** The claim's sources that it cites, in their order. */
    public List<Source> cited(List<Source> all) {
        if (sources() == null) {
            return all;
        }
        var ids = sources();
        return all.stream().filter(source -> ids.contains(source.id())).toList();
    }

    /** Whether it cites this source by name, not as one of all. */
    public boolean names(Source source) {
        return sources() != null && sources().contains(source.id());
    }

    /** What If-Match names; distinguished from the claim's own by its letter. */
    public String tag() {
        return "d" + version;
    }

    public String etag() {
        return '"' + tag() + '"';
    }
}
