package org.quotecheck.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.quotecheck.extraction.Attribution;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.Quotation;
import org.quotecheck.extraction.Speaker;

/** Words that an article attributes to a speaker. It keeps its id across the article's versions. */
@Entity
@Table(name = "quote")
@RegisterForReflection(targets = {Part.class, Speaker.class, Speaker.Type.class, Attribution.class})
public class Quote extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "article_id")
    UUID articleId;

    @Enumerated(EnumType.STRING)
    QuoteKind kind;

    @Column(name = "start_at")
    int start;

    @Column(name = "end_at")
    int end;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Part> parts;

    @JdbcTypeCode(SqlTypes.JSON)
    Speaker speaker;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "speaker_candidates")
    List<Speaker> speakerCandidates;

    @JdbcTypeCode(SqlTypes.JSON)
    Attribution attribution;

    String cue;

    double checkability;

    @Column(name = "checkability_reasons")
    String[] checkabilityReasons;

    @Column(name = "anchor_state")
    @Enumerated(EnumType.STRING)
    AnchorState anchorState = AnchorState.EXACT;

    public static Optional<Quote> withId(UUID id) {
        return findByIdOptional(id);
    }

    static Quote of(UUID articleId, Quotation quotation) {
        var quote = new Quote();
        quote.articleId = articleId;
        quote.take(quotation);
        return quote;
    }

    private void take(Quotation quotation) {
        kind = QuoteKind.of(quotation.kind());
        start = quotation.start();
        end = quotation.end();
        parts = quotation.parts();
        speaker = quotation.speaker();
        speakerCandidates = quotation.candidates().isEmpty() ? null : quotation.candidates();
        attribution = quotation.attribution();
        cue = quotation.cue();
        checkability = quotation.checkability();
        checkabilityReasons = quotation.checkabilityReasons().toArray(String[]::new);
    }

    /** Takes the place of the same words in the article's next version. */
    void moveTo(Quote found) {
        kind = found.kind;
        start = found.start;
        end = found.end;
        parts = found.parts;
        speaker = found.speaker;
        speakerCandidates = found.speakerCandidates;
        attribution = found.attribution;
        cue = found.cue;
        checkability = found.checkability;
        checkabilityReasons = found.checkabilityReasons;
        anchorState = AnchorState.EXACT;
    }

    /** The words: all parts, joined by one blank. */
    public String exact() {
        return parts.stream().map(Part::exact).collect(Collectors.joining(" "));
    }

    public UUID id() {
        return id;
    }

    /** Whether its words are no longer in the article's current version. */
    public boolean isOrphaned() {
        return anchorState == AnchorState.ORPHANED;
    }

    public UUID articleId() {
        return articleId;
    }

    public List<Part> parts() {
        return parts;
    }

    /** Null where the text does not tell who spoke. */
    public Speaker speaker() {
        return speaker;
    }
}
