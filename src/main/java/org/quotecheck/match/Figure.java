package org.quotecheck.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A number in a claim: digits however they are grouped, or number words, with what multiplies them.
 *
 * @param value of "1.2 million" 1200000
 * @param kind years are compared with years, shares with shares
 * @param words as they stand in the text
 */
record Figure(double value, Kind kind, String words) {

    enum Kind {
        YEAR,
        PERCENT,
        AMOUNT
    }

    private static final int FIRST_YEAR = 1500;
    private static final int LAST_YEAR = 2100;
    /** Groups of three after a comma, point, apostrophe or blank; then the decimals. Or any word. */
    private static final Pattern NUMBER_OR_WORD = Pattern.compile(
            "(?<![\\p{L}\\d])(?<digits>\\d{1,3}(?:[,.'’\\u00a0\\u202f\\u2009 ]\\d{3})+(?!\\d)(?:[.,]\\d+)?"
                    + "|\\d+(?:[.,]\\d+)?)|\\p{L}+");

    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(?:\\D\\d{3})+");
    private static final String GAP = "\\G[\\s\\u00a0\\u202f\\u2009-]*";
    private static final Pattern NEXT = Pattern.compile(GAP + "(\\p{L}+)");
    /** The words for one hundredth, of which some are two. */
    private static final Pattern PERCENT = Pattern.compile(GAP
            + "(?:%|(?i:per ?cent|pour ?cent|por ?cento|por ciento|per cento|Prozent|procent|процент|відсот)\\p{L}*)");

    /** In order. */
    static List<Figure> in(String text) {
        var found = new ArrayList<Figure>();
        var plain = Normalizer.normalize(text, Normalizer.Form.NFC);
        var next = NUMBER_OR_WORD.matcher(plain);
        for (int at = 0; next.find(at); ) {
            at = next.end();
            var digits = next.group("digits");
            var word = digits == null ? Token.fold(next.group()) : null;
            var value = digits != null ? Double.valueOf(value(digits)) : Words.KNOWN.number(word);
            if (value == null && Words.KNOWN.multiplier(word) != null) {
                value = 1.0; // "a million"
                at = next.start();
            }
            if (value != null) {
                at = add(found, value, plain, next.start(), at);
            }
        }
        return found;
    }

    /** @return where the number's words end */
    private static int add(List<Figure> found, double value, String text, int start, int end) {
        double total = value;
        int at = end;
        for (var next = NEXT.matcher(text); next.find(at); at = next.end()) {
            var word = Token.fold(next.group(1));
            var times = Words.KNOWN.multiplier(word);
            var unit = Words.KNOWN.number(word);
            if (times != null) {
                total *= times;
            } else if (unit != null && unit < 10 && total >= 20 && total < 100 && total % 10 == 0) {
                total += unit; // "twenty-five"
            } else {
                break;
            }
        }
        var percent = PERCENT.matcher(text);
        if (percent.find(at)) {
            found.add(new Figure(
                    total, Kind.PERCENT, text.substring(start, percent.end()).strip()));
            return percent.end();
        }
        boolean year = at - start == 4 && total >= FIRST_YEAR && total <= LAST_YEAR;
        found.add(new Figure(
                total, year ? Kind.YEAR : Kind.AMOUNT, text.substring(start, at).strip()));
        return at;
    }

    boolean isSameAs(Figure other) {
        return kind == other.kind
                && Math.abs(value - other.value) <= 1e-9 * Math.max(Math.abs(value), Math.abs(other.value));
    }

    private static double value(String digits) {
        int decimals = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (decimals < 0 || GROUPED.matcher(digits).matches()) {
            return Double.parseDouble(digits.replaceAll("\\D", ""));
        }
        return Double.parseDouble(
                digits.substring(0, decimals).replaceAll("\\D", "") + '.' + digits.substring(decimals + 1));
    }
}
