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
import java.util.List;
import java.util.UUID;
import org.quotecheck.source.Source;

/** What a reviewer proposes to publish; after publication it is where the next revision starts. */
@Entity
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

    String[] reasons;

    String summary;

    String explanation;

    String language;

    UUID[] sources;

    @Column(name = "written_by")
    String writtenBy;

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
        writtenBy = writer;
        updatedAt = updatedAt == null || now.isAfter(updatedAt) ? now : updatedAt.plusMillis(1);
    }

    /** That of the claim, which has none yet. */
    public static VerdictDraft begin(UUID claimId) {
        var draft = new VerdictDraft();
        draft.claimId = claimId;
        return draft;
    }

    /** The claim's sources that it cites, in their order. */
    public List<Source> cited(List<Source> all) {
        if (sources == null) {
            return all;
        }
        var ids = List.of(sources);
        return all.stream().filter(source -> ids.contains(source.id())).toList();
    }

    /** Whether it cites this source by name, not as one of all. */
    public boolean names(Source source) {
        return sources != null && List.of(sources).contains(source.id());
    }

    /** What If-Match names; told from the claim's own by its letter. */
    public String tag() {
        return "d" + version;
    }

    public String etag() {
        return '"' + tag() + '"';
    }
}
