package org.quotecheck.extraction;

/**
 * Words between two marks of one paragraph, in UTF-16 offsets.
 *
 * @param from where the opening mark starts
 * @param start first character of the words
 * @param end after the last character of the words
 * @param to after the closing mark
 * @param paragraph index of the paragraph
 * @param continues whether the quotation was left open in the paragraph before and goes on here
 */
record QuotedSpan(int from, int start, int end, int to, int paragraph, boolean continues) {

    /** The span without blanks at the ends of its words. */
    static QuotedSpan trimmed(
            NormalisedText normalised, int from, int start, int end, int to, int paragraph, boolean continues) {
        int first = start;
        int last = end;
        while (first < last && normalised.blank(first)) {
            first++;
        }
        while (last > first && normalised.blank(last - 1)) {
            last--;
        }
        return new QuotedSpan(from, first, last, to, paragraph, continues);
    }

    /** The last character inside the marks that is not a nested mark or space. */
    char lastSign(NormalisedText normalised) {
        int i = end - 1;
        while (i > start && (normalised.blank(i) || "'\u2018\u201d\"".indexOf(normalised.at(i)) >= 0)) {
            i--;
        }
        return i < start ? ' ' : normalised.at(i);
    }

    boolean hasWords(NormalisedText normalised) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(normalised.at(i))) {
                return true;
            }
        }
        return false;
    }
}
