package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A pull quote repeats words that the article gives to somebody elsewhere: who said them there said them here. Words
 * are compared without case, blanks and punctuation, whole quotations and their sentences.
 */
final class SameWords {
    /** Shorter words may well be two people's. */
    private static final int SHORTEST = 24;

    private SameWords() {}

    /** The quotations, each with the surest speaker of its words. */
    static List<Quotation> withOneSpeaker(List<Quotation> quotations) {
        Map<String, Quotation> surest = new HashMap<>();
        for (Quotation quotation : quotations) {
            if (quotation.speaker() != null) {
                offer(surest, letters(quotation.exact()), quotation);
                for (Part part : quotation.parts()) {
                    for (String sentence : part.exact().split("(?<=[.!?])\\s+")) {
                        offer(surest, letters(sentence), quotation);
                    }
                }
            }
        }
        List<Quotation> all = new ArrayList<>(quotations.size());
        for (Quotation quotation : quotations) {
            Quotation other = surest.get(letters(quotation.exact()));
            all.add(other != null && confidence(other) > confidence(quotation) ? saidAs(quotation, other) : quotation);
        }
        return all;
    }

    private static void offer(Map<String, Quotation> surest, String words, Quotation quotation) {
        if (words.length() >= SHORTEST) {
            surest.merge(words, quotation, (one, two) -> confidence(two) > confidence(one) ? two : one);
        }
    }

    private static double confidence(Quotation quotation) {
        return quotation.speaker() == null ? 0 : quotation.speaker().confidence();
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
