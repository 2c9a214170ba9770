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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.quotecheck.anchor.Anchors;
import org.quotecheck.checkability.Checkability;
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

    /** How well the words agree with those seen first, 0 to 1; null unless they have moved. */
    @Column(name = "anchor_score")
    Double anchorScore;

    /** The parts as they were seen first; null while the words are still the same. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "seen_parts")
    List<Part> seenParts;

    /** What makes a browser show the words ({@link TextFragments}); null where that was not made yet. */
    String fragment;

    public static Optional<Quote> withId(UUID id) {
        return findByIdOptional(id);
    }

    static Quote of(UUID articleId, Quotation quotation) {
        var quote = new Quote();
        quote.articleId = articleId;
        quote.take(quotation);
        return quote;
    }

    /**
     * Words that somebody marked. Inside another quote they have its kind and, where no speaker is given, its speaker.
     */
    static Quote of(UUID articleId, Part part, Speaker speaker, List<Quote> known) {
        var around = known.stream()
                .filter(quote -> !quote.isOrphaned() && quote.covers(part))
                .findFirst();
        var quote = new Quote();
        quote.articleId = articleId;
        quote.kind = around.map(other -> other.kind).orElse(isInMarks(part) ? QuoteKind.DIRECT : QuoteKind.MIXED);
        quote.start = part.start();
        quote.end = part.end();
        quote.parts = List.of(part);
        quote.speaker =
                speaker != null ? speaker : around.map(other -> other.speaker).orElse(null);
        var checkability = Checkability.of(part.exact());
        quote.checkability = checkability.score();
        quote.checkabilityReasons = checkability.reasons().toArray(String[]::new);
        return quote;
    }

    /** Whether it is these words at this place, uninterrupted. */
    boolean isJust(Part words) {
        return !isOrphaned() && parts.size() == 1 && start == words.start() && end == words.end();
    }

    private boolean covers(Part words) {
        return parts.stream().anyMatch(part -> part.start() <= words.start() && words.end() <= part.end());
    }

    private static boolean isInMarks(Part part) {
        return !part.prefix().isEmpty()
                && !part.suffix().isEmpty()
                && isMark(part.prefix().charAt(part.prefix().length() - 1))
                && isMark(part.suffix().charAt(0));
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return c == '"'
                || c == '\''
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || c == '„'
                || c == '「'
                || c == '」';
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

    /**
     * Takes its place in the article's next version.
     *
     * @param found the quotation that stands there in the new text, which tells the speaker anew; null where it is not
     *     quoted
     */
    void moveTo(Anchoring.Place place, Quote found) {
        var seen = seenParts == null ? parts : seenParts;
        attribution = null;
        cue = null;
        if (found != null) {
            kind = found.kind;
            speaker = found.speaker;
            speakerCandidates = found.speakerCandidates;
            attribution = found.attribution;
            cue = found.cue;
            checkability = found.checkability;
            checkabilityReasons = found.checkabilityReasons;
        }
        parts = found == null || place.exact() && !isSame(found.parts, seen) ? place.parts() : found.parts;
        start = parts.getFirst().start();
        end = parts.getLast().end();
        boolean same = isSame(parts, seen) && (place.exact() || found != null);
        anchorState = same ? AnchorState.EXACT : AnchorState.MOVED;
        anchorScore = same ? null : Double.valueOf(place.score());
        seenParts = same ? null : seen;
    }

    /** Its words are no longer in the article; it keeps those that were there last. */
    void orphan() {
        anchorState = AnchorState.ORPHANED;
        anchorScore = null;
    }

    static boolean isSame(List<Part> some, List<Part> others) {
        return Anchors.sameWords(
                some.stream().map(Part::exact).toList(),
                others.stream().map(Part::exact).toList());
    }

    private static String exact(List<Part> parts) {
        return Part.joined(parts.stream().map(Part::exact).toList());
    }

    /** The words: all parts as one string, as {@link Part#joined} has it. */
    public String exact() {
        return exact(parts);
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
