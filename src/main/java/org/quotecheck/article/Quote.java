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
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.quotecheck.anchor.TextFragments;
import org.quotecheck.checkability.Checkability;
import org.quotecheck.digest.StoredList;
import org.quotecheck.digest.Unreadable;
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
    @Mutability(Immutability.class)
    List<Part> parts;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Speaker speaker;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(name = "speaker_candidates")
    List<Speaker> speakerCandidates;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Attribution attribution;

    String cue;

    @Enumerated(EnumType.STRING)
    QuoteOrigin origin = QuoteOrigin.MACHINE;

    /** A person says that it is not a quotation. It keeps its place, so that none is found there, and is hidden. */
    boolean removed;

    double checkability;

    @Column(name = "checkability_reasons")
    @Type(StoredList.OfTexts.class)
    String[] checkabilityReasons;

    @Column(name = "anchor_state")
    @Enumerated(EnumType.STRING)
    AnchorState anchorState = AnchorState.EXACT;

    /** How well the words agree with those seen first, 0 to 1; null unless they have moved. */
    @Column(name = "anchor_score")
    Double anchorScore;

    /** The parts as they were seen first; null while the words are still the same. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(name = "seen_parts")
    List<Part> seenParts;

    /** What makes a browser show the words ({@link TextFragments}); null where that was not made yet. */
    String fragment;

    /** Empty where it was removed. */
    public static Optional<Quote> withId(UUID id) {
        return find("id = ?1 and not removed", id).<Quote>firstResultOptional().filter(Quote::isReadable);
    }

    /** Whether this release can read its words and states; otherwise it is as if it were not there. */
    boolean isReadable() {
        return !Unreadable.isTold(
                parts == null || parts.isEmpty() || kind == null || origin == null || anchorState == null,
                "quote",
                id,
                "parts or a code");
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
                .filter(quote -> !quote.removed && !quote.isOrphaned() && quote.covers(part))
                .findFirst();
        var quote = new Quote();
        quote.articleId = articleId;
        quote.origin = QuoteOrigin.PERSON;
        quote.kind = around.map(other -> other.kind).orElse(QuoteKind.of(part));
        quote.start = part.start();
        quote.end = part.end();
        quote.parts = List.of(part);
        quote.speaker =
                speaker != null ? speaker : around.map(other -> other.speaker).orElse(null);
        quote.judge();
        return quote;
    }

    /** For one that is stored without the ORM, which would otherwise give it an id of this kind. */
    void identify() {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    private void judge() {
        var judged = Checkability.of(exact());
        checkability = judged.score();
        checkabilityReasons = judged.reasons().toArray(String[]::new);
    }

    boolean isPersons() {
        return origin == QuoteOrigin.PERSON;
    }

    /** From now on it is a person's. These parts of the current text are its words. */
    void correct(List<Part> words) {
        origin = QuoteOrigin.PERSON;
        parts = words;
        start = words.getFirst().start();
        end = words.getLast().end();
        seenParts = null;
        anchorState = AnchorState.EXACT;
        anchorScore = null;
        judge();
        if (attribution != null && overlaps(attribution.start(), attribution.end())) {
            attribution = null;
            cue = null;
        }
    }

    /** How a browser finds its words in the text that has these fragments; an orphaned one keeps what it had. */
    void link(TextFragments fragments) {
        if (!isOrphaned()) {
            fragment = fragments.of(parts);
        }
    }

    /** A person says who spoke; null: nobody is known to. */
    void correct(Speaker other) {
        origin = QuoteOrigin.PERSON;
        if (other == null || speaker == null || !other.name().equals(speaker.name())) {
            attribution = null;
            cue = null;
        }
        speaker = other;
        speakerCandidates = null;
    }

    void correct(QuoteKind other) {
        origin = QuoteOrigin.PERSON;
        kind = other;
    }

    void remove() {
        origin = QuoteOrigin.PERSON;
        removed = true;
    }

    /** Somebody marks its words again. */
    void revive(Speaker said) {
        removed = false;
        if (said != null) {
            correct(said);
        }
    }

    /** Whether some of its words are between two code points. */
    boolean overlaps(int from, int to) {
        return parts.stream().anyMatch(part -> part.start() < to && from < part.end());
    }

    /** Whether both have words in common places. */
    boolean overlaps(Quote other) {
        return other.parts.stream().anyMatch(part -> overlaps(part.start(), part.end()));
    }

    /** Whether it begins and ends there. */
    boolean stands(Part words) {
        return !isOrphaned() && start == words.start() && end == words.end();
    }

    private boolean covers(Part words) {
        return parts.stream().anyMatch(part -> part.start() <= words.start() && words.end() <= part.end());
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
     * @param found the quotation there in the new text, which names the speaker anew; null where none is, or may be
     */
    void moveTo(Namesakes.Anchored place, Quote found) {
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
        parts = found == null || place.exact() && !Namesakes.areSame(found.parts, seen) ? place.parts() : found.parts;
        start = parts.getFirst().start();
        end = parts.getLast().end();
        boolean same = Namesakes.areSame(parts, seen) && (place.exact() || found != null);
        anchorState = same ? AnchorState.EXACT : AnchorState.MOVED;
        anchorScore = same ? null : Double.valueOf(place.score());
        seenParts = same ? null : seen;
    }

    /** Its words are no longer in the article; it keeps those that were there last. */
    void orphan() {
        anchorState = AnchorState.ORPHANED;
        anchorScore = null;
    }

    /** The words: all parts as one string, as {@link Part#joined} has it. */
    public String exact() {
        return Part.exact(parts);
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
