package org.quotecheck.extraction;

/**
 * The text as the rules read it: the same length, so that every offset is one of the text's own, with blanks,
 * apostrophes, dashes and line ends in one spelling each. Double marks keep theirs, because their direction matters.
 */
final class NormalisedText {
    final String text;
    private final char[] chars;
    /** Characters and tokens that the rules have looked at, each time counted: the work done on this text. */
    long visited;

    NormalisedText(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] > '~' || chars[i] < ' ' || chars[i] == '`') {
                chars[i] = normal(chars[i]);
            }
        }
    }

    int length() {
        return chars.length;
    }

    /** The character, or a line end outside the text. */
    char at(int index) {
        visited++;
        return index < 0 || index >= chars.length ? '\n' : chars[index];
    }

    boolean blank(int index) {
        return at(index) <= ' ';
    }

    boolean letter(int index) {
        char c = at(index);
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : Character.isLetter(c);
    }

    boolean digit(int index) {
        return at(index) >= '0' && at(index) <= '9';
    }

    private static char normal(char c) {
        return switch (c) {
            case '\u00a0', '\u2007', '\u202f', '\u3000', '\t', '\0' -> ' ';
            case '\r', '\u2028', '\u2029', '\u0085' -> '\n';
            case '\u2019', '\u02bc', '\u201b', '\u00b4' -> '\'';
            case '\u2013', '\u2014', '\u2015' -> '\u2014';
            default -> c >= '\u2000' && c <= '\u200a' ? ' ' : c;
        };
    }
}
