package org.quotecheck.webpage;

import java.util.regex.Pattern;

/**
 * What stands above or below the line. A footnote's mark is not part of a figure, and an exponent is not one of its
 * digits: "9,000" with a raised 1 stays "9,000", "10" with a raised 6 becomes "10⁶".
 */
final class Raised {

    private static final Pattern NUMBERS = Pattern.compile("[-−+]?\\d{1,3}([,;–-]\\d{1,3})*+");
    private static final Pattern NOTE = Pattern.compile("[*†‡§¶#]+|[\\[(].{1,4}[\\])]");
    /** A letter is a note after a word, and an ordinal's end after a number ("19" with a raised e). */
    private static final Pattern LETTER = Pattern.compile("[a-z]");

    /** After these a raised number is an exponent: ten, and a unit or variable, alone or after a number. */
    private static final Pattern BASE =
            Pattern.compile("(?<![\\d.,])10\\z|(?<![^\\d.,(=])(?:[a-zA-Z]|[kcmdµn]m|ft|in|mi|yd|mc)\\z");

    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉";

    private Raised() {}

    /**
     * @param before the word that it stands at
     * @param refers whether it links or is named as a note
     * @return what a reader reads there; empty for a mark
     */
    static String above(String text, String before, boolean refers) {
        var mark = text.strip();
        if (refers) {
            return "";
        }
        if (NUMBERS.matcher(mark).matches()) {
            return !mark.equals("1") && BASE.matcher(before).find() ? shifted(mark, HIGH) : "";
        }
        boolean note = NOTE.matcher(mark).matches() || LETTER.matcher(mark).matches() && !endsInDigit(before);
        return note ? "" : text;
    }

    static String below(String text, String before) {
        return endsInDigit(before) && NUMBERS.matcher(text.strip()).matches() ? shifted(text.strip(), LOW) : text;
    }

    private static boolean endsInDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
    }

    private static String shifted(String number, String digits) {
        var shifted = new StringBuilder();
        for (char c : number.toCharArray()) {
            shifted.append(c >= '0' && c <= '9' ? digits.charAt(c - '0') : c == '-' || c == '−' ? '⁻' : c);
        }
        return shifted.toString();
    }
}
