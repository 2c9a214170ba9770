package org.quotecheck.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number in a claim: digits however they are grouped, or number words, with what multiplies them.
 *
 * @param value of "1.2 million" 1200000
 * @param kind years are compared with years, shares with shares
 * @param words as they stand in the text
 * @param bound of "more than 5" over
 * @param change of "rose by 5" by
 */
record Quantity(double value, Kind kind, String words, Vocabulary.Bound bound, Vocabulary.Change change) {

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
    /** The words for one hundredth, some of which are two words. */
    private static final Pattern PERCENT = Pattern.compile(GAP
            + "(?:%|(?i:per ?cent|pour ?cent|por ?cento|por ciento|per cento|Prozent|procent|процент|відсот)\\p{L}*)");

    /** How far around a number to look for what qualifies it. */
    private static final int AROUND = 40;

    private static final int NEAR = 4;
    /** Comparing goes with the product of two claims' numbers. */
    static final int MAX_QUANTITIES = 120;

    /**
     * In order, at most {@value #MAX_QUANTITIES}.
     *
     * @param language primary subtag, or null
     */
    static List<Quantity> in(String text, String language) {
        var found = new ArrayList<Quantity>();
        var plain = Normalizer.normalize(text, Normalizer.Form.NFC);
        var next = NUMBER_OR_WORD.matcher(plain);
        for (int at = 0; found.size() < MAX_QUANTITIES && next.find(at); ) {
            at = next.end();
            var digits = next.group("digits");
            var word = digits == null ? Term.fold(next.group()) : null;
            var value = digits != null ? Double.valueOf(value(digits)) : Vocabulary.KNOWN.number(word);
            if (value == null && Vocabulary.KNOWN.multiplier(word) != null) {
                value = 1.0; // "a million"
                at = next.start();
            }
            if (value != null) {
                at = add(found, value, plain, next.start(), at, language);
            }
        }
        return found;
    }

    /** @return where the number's words end */
    private static int add(List<Quantity> found, double value, String text, int start, int end, String language) {
        double total = value;
        int at = end;
        for (var next = NEXT.matcher(text); next.region(at, text.length()).lookingAt(); at = next.end()) {
            var word = Term.fold(next.group(1));
            var times = Vocabulary.KNOWN.multiplier(word);
            var unit = Vocabulary.KNOWN.number(word);
            if (times != null) {
                total *= times;
            } else if (unit != null && unit < 10 && total >= 20 && total < 100 && total % 10 == 0) {
                total += unit; // "twenty-five"
            } else {
                break;
            }
        }
        var percent = PERCENT.matcher(text);
        boolean share = percent.region(at, text.length()).lookingAt();
        boolean year = !share && at - start == 4 && total >= FIRST_YEAR && total <= LAST_YEAR;
        int after = share ? percent.end() : at;
        var before = Term.fold(text.substring(Math.max(0, start - AROUND), start));
        var bound = Vocabulary.KNOWN.bound(
                before, Term.fold(text.substring(after, Math.min(text.length(), after + AROUND))));
        found.add(new Quantity(
                total,
                share ? Kind.PERCENT : year ? Kind.YEAR : Kind.AMOUNT,
                text.substring(start, after).strip(),
                bound,
                change(before, language)));
        return after;
    }

    /** The nearest word that tells, among the few before it: "by more than 5". */
    private static Vocabulary.Change change(String before, String language) {
        var words = before.split(" ");
        for (int i = words.length - 1; i >= Math.max(0, words.length - NEAR); i--) {
            var change = Vocabulary.KNOWN.change(words[i], language);
            if (change != Vocabulary.Change.NONE) {
                return change;
            }
        }
        return Vocabulary.Change.NONE;
    }

    String bounded() {
        return bound == Vocabulary.Bound.NONE ? words : bound.name().toLowerCase(Locale.ROOT) + ' ' + words;
    }

    String changed() {
        return change.name().toLowerCase(Locale.ROOT) + ' ' + words;
    }

    boolean hasOtherChange(Quantity other) {
        return change != Vocabulary.Change.NONE && other.change != Vocabulary.Change.NONE && change != other.change;
    }

    boolean isSameAs(Quantity other) {
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
