package org.quotecheck.extraction;

import java.util.Locale;

/** Says what language a text is in, where nobody stated it: English, or one that is not known. */
final class Language {
    static final String ENGLISH = "en";
    private static final String UNKNOWN = "und";
    private static final int WORDS_READ = 400;
    /** Fewer words than this say nothing. */
    private static final int FEWEST_WORDS = 30;
    /**
     * English prose has above 30 % of its words from the closed classes, other languages share a few words by chance.
     */
    private static final int LEAST_PERCENT = 15;

    private static final char FIRST_AFTER_LATIN = '\u0370';
    private static final long CLOSED_CLASSES = WordClass.DETERMINER.bit
            | WordClass.PREPOSITION.bit
            | WordClass.CONJUNCTION.bit
            | WordClass.AUXILIARY.bit
            | WordClass.PRONOUN.bit
            | WordClass.POSSESSIVE.bit;

    private Language() {}

    /** The primary subtag of a BCP 47 tag, judged from the text where the tag is null or blank. */
    static String of(String tag, NormalisedText normalised) {
        if (tag == null || tag.isBlank()) {
            return judged(normalised);
        }
        int end = 0;
        while (end < tag.length() && (tag.charAt(end) < 128 && Character.isLetter(tag.charAt(end)))) {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static String judged(NormalisedText normalised) {
        int words = 0;
        int closed = 0;
        int letters = 0;
        int foreign = 0;
        int start = -1;
        for (int i = 0; i <= normalised.length() && words < WORDS_READ; i++) {
            if (normalised.letter(i)) {
                start = start < 0 ? i : start;
                letters++;
                foreign += normalised.at(i) >= FIRST_AFTER_LATIN ? 1 : 0;
            } else if (start >= 0) {
                words++;
                String word = i - start > 10
                        ? ""
                        : normalised.text.substring(start, i).toLowerCase(Locale.ROOT);
                closed += (Lexicon.english().classes(word) & CLOSED_CLASSES) != 0 ? 1 : 0;
                start = -1;
            }
        }
        boolean other = foreign * 2 > letters || words >= FEWEST_WORDS && closed * 100 < words * LEAST_PERCENT;
        return other ? UNKNOWN : ENGLISH;
    }
}
