package org.quotecheck.match;

import java.util.HashSet;
import java.util.Set;
import org.quotecheck.statement.SearchText;

/**
 * A word of a claim that says something.
 *
 * @param at its place among the claim's terms, from 0
 * @param folded as search compares words
 * @param capital whether it begins with a capital letter
 * @param first whether it begins a sentence, where a capital says nothing
 * @param concept what it stands for in any language, or null
 */
record Term(int at, String written, String folded, boolean capital, boolean first, String concept) {

    private static final int SHORTEST_STEM = 4;
    private static final double ALIKE = 0.5;
    private static final int LONGEST_ENDING = 2;

    /** Whether it looks like a name; a title names nobody. */
    boolean isName() {
        return capital && (!first || concept == null) && !Vocabulary.KNOWN.isTitle(folded);
    }

    static String fold(String word) {
        return SearchText.fold(word);
    }

    /** 1 for the same word or another form of it, less for another word for the same thing, 0 for another word. */
    double likeness(Term other) {
        if (folded.equals(other.folded)) {
            return 1;
        }
        if (concept != null && concept.equals(other.concept)) {
            return 0.9;
        }
        int shorter = Math.min(folded.length(), other.folded.length());
        int prefix = 0;
        while (prefix < shorter && folded.charAt(prefix) == other.folded.charAt(prefix)) {
            prefix++;
        }
        if (capital && other.capital) {
            int longer = Math.max(folded.length(), other.folded.length());
            boolean sameStem = prefix >= SHORTEST_STEM - 1 && prefix >= longer - LONGEST_ENDING;
            return sameStem || Transliteration.isSameName(folded, other.folded) ? 1 : 0;
        }
        if (prefix < SHORTEST_STEM) {
            return 0;
        }
        double dice = dice(pairs(folded), pairs(other.folded));
        return dice >= ALIKE ? Math.max(dice, 0.8) : 0;
    }

    /** Pairs of neighbouring letters. */
    static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    /** Sørensen and Dice's coefficient, 0 to 1. */
    static double dice(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return a.isEmpty() && b.isEmpty() ? 1 : 2.0 * both / (a.size() + b.size());
    }
}
