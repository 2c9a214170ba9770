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

    /**
     * As many without one of English are no English, nor fewer with a sign, or a letter in a word that is no name, that
     * English does not use.
     */
    private static final int WORDS_WITHOUT_ENGLISH = 8;

    private static final String FOREIGN_MARKS = "\u201e\u00ab\u201a\u2039";
    private static final char FIRST_AFTER_ASCII = '\u0080';
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
        int english = 0;
        int signs = 0;
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
                long classes = Lexicon.english().classes(word);
                closed += (classes & CLOSED_CLASSES) != 0 ? 1 : 0;
                signs += isForeign(word) && Character.isLowerCase(normalised.at(start)) ? 1 : 0;
                english += word.length() > 1 && isEnglish(classes) ? 1 : 0;
                start = -1;
            }
            signs += FOREIGN_MARKS.indexOf(normalised.at(i)) >= 0 ? 1 : 0;
        }
        boolean few = words < FEWEST_WORDS;
        boolean without = few && english == 0 && (signs > 0 || words >= WORDS_WITHOUT_ENGLISH);
        boolean other = foreign * 2 > letters || without || !few && closed * 100 < words * LEAST_PERCENT;
        return other ? UNKNOWN : ENGLISH;
    }

    private static boolean isEnglish(long classes) {
        boolean says = (classes & WordClass.SAY.bit) != 0 && (classes & WordClass.FINITE.bit) != 0;
        return says || (classes & (CLOSED_CLASSES | WordClass.ADVERB.bit)) != 0;
    }

    private static boolean isForeign(String word) {
        return word.chars().anyMatch(c -> c >= FIRST_AFTER_ASCII && c < FIRST_AFTER_LATIN && Character.isLetter(c));
    }
}
