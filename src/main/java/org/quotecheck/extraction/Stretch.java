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
record Stretch(int from, int start, int end, int to, int paragraph, boolean continues) {

    /** The stretch without blanks at the ends of its words. */
    static Stretch trimmed(Shadow shadow, int from, int start, int end, int to, int paragraph, boolean continues) {
        int first = start;
        int last = end;
        while (first < last && shadow.blank(first)) {
            first++;
        }
        while (last > first && shadow.blank(last - 1)) {
            last--;
        }
        return new Stretch(from, first, last, to, paragraph, continues);
    }

    /** The last character inside the marks that is no nested mark or blank. */
    char lastSign(Shadow shadow) {
        int i = end - 1;
        while (i > start && (shadow.blank(i) || "'\u2018\u201d\"".indexOf(shadow.at(i)) >= 0)) {
            i--;
        }
        return i < start ? ' ' : shadow.at(i);
    }

    boolean hasWords(Shadow shadow) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(shadow.at(i))) {
                return true;
            }
        }
        return false;
    }
}
