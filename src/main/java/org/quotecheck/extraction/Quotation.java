package org.quotecheck.extraction;

import java.util.List;

/**
 * Words that an article gives as somebody's.
 *
 * @param parts at least one, in the order of the text; several when the writer interrupts
 * @param speaker null when nobody is named with enough confidence
 * @param candidates best first, empty when {@code speaker} is present
 * @param attribution null when the article has none
 * @param cue the reporting verb as written, null when there is none
 * @param checkability 0 (nothing to check) to 1
 * @param checkabilityReasons what raised or lowered it, in snake_case
 */
public record Quotation(
        List<Part> parts,
        Kind kind,
        Speaker speaker,
        List<Speaker> candidates,
        Attribution attribution,
        String cue,
        double checkability,
        List<String> checkabilityReasons) {

    /** DIRECT: the whole statement is inside the marks; MIXED: some words of it are outside. */
    public enum Kind {
        DIRECT,
        MIXED
    }

    public Quotation {
        parts = List.copyOf(parts);
        candidates = List.copyOf(candidates);
        checkabilityReasons = List.copyOf(checkabilityReasons);
    }

    /** Code point at which the first part starts. */
    public int start() {
        return parts.getFirst().start();
    }

    /** Code point after the last part. */
    public int end() {
        return parts.getLast().end();
    }

    /** The parts' words as one string. */
    public String exact() {
        return Part.exact(parts);
    }

    /** The text before the first part. */
    public String prefix() {
        return parts.getFirst().prefix();
    }

    /** The text after the last part. */
    public String suffix() {
        return parts.getLast().suffix();
    }
}
