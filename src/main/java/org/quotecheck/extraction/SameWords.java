package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A pull quote repeats words that the article gives to somebody elsewhere: who said them there said them here. Words
 * are compared without case, blanks and punctuation, whole quotations and their sentences. A quotation next to which
 * the text itself says who spoke keeps that speaker: two people may say the same.
 */
final class SameWords {
    /** Shorter words may well be two people's. */
    private static final int SHORTEST = 24;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

    private SameWords() {}

    /** The quotations, each with the surest speaker of its words. */
    static List<Quotation> withOneSpeaker(List<Quotation> quotations) {
        Map<String, Quotation> surest = new HashMap<>();
        for (Quotation quotation : quotations) {
            if (quotation.speaker() != null && isSure(quotation.speaker())) {
                offer(surest, letters(quotation.exact()), quotation);
                for (Part part : quotation.parts()) {
                    for (String sentence : SENTENCE_END.split(part.exact())) {
                        offer(surest, letters(sentence), quotation);
                    }
                }
            }
        }
        List<Quotation> all = new ArrayList<>(quotations.size());
        for (Quotation quotation : quotations) {
            Quotation other = isSure(quotation) ? null : surest.get(letters(quotation.exact()));
            all.add(other == null ? quotation : saidAs(quotation, other));
        }
        return all;
    }

    private static void offer(Map<String, Quotation> surest, String words, Quotation quotation) {
        if (words.length() >= SHORTEST) {
            surest.merge(
                    words,
                    quotation,
                    (one, two) -> two.speaker().confidence() > one.speaker().confidence() ? two : one);
        }
    }

    /** Candidates too: words next to the quotation that fit several people are not the pull quote's. */
    private static boolean isSure(Quotation quotation) {
        return quotation.speaker() != null
                ? isSure(quotation.speaker())
                : !quotation.candidates().isEmpty()
                        && isSure(quotation.candidates().getFirst());
    }

    private static boolean isSure(Speaker speaker) {
        return Rule.of(speaker).confidence >= Rule.SURE;
    }

    private static String letters(String words) {
        StringBuilder letters = new StringBuilder(words.length());
        words.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static Quotation saidAs(Quotation quotation, Quotation other) {
        return new Quotation(
                quotation.parts(),
                quotation.kind(),
                other.speaker(),
                List.of(),
                quotation.attribution(),
                quotation.cue(),
                quotation.checkability(),
                quotation.checkabilityReasons());
    }
}
