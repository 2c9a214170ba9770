package org.quotecheck.match;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as newspapers shorten them, in words: "€40m" is 40 million euros, "3bn" 3 billion, "40k" 40 thousand. */
final class Abbreviations {

    /** A letter that means a thousand or a billion comes directly after the digits. */
    private static final Pattern THOUSAND = Pattern.compile("(?<=\\d)[kK](?![\\p{L}\\d])");

    private static final Pattern BILLION = Pattern.compile("(?<=\\d)[ \\u00a0]?(?:bn|B)(?![\\p{L}\\d])");
    /** An m may be metres, except with money. */
    private static final Pattern MILLION =
            Pattern.compile("(?:(?<!\\p{L})(?<before>\\p{L}++)[ \\u00a0]*+)?(?<![\\d.,])(?<digits>\\d[\\d.,]*+)["
                    + " \\u00a0]?[mM](?![\\p{L}\\d])(?:[ \\u00a0]*+(?<after>\\p{L}++))?");

    private Abbreviations() {}

    static String spelledOut(String text) {
        var named = Vocabulary.KNOWN.withoutSigns(text);
        var thousands = THOUSAND.matcher(named).replaceAll(" thousand");
        var billions = BILLION.matcher(thousands).replaceAll(" billion");
        return MILLION.matcher(billions).replaceAll(Abbreviations::million);
    }

    private static String million(MatchResult found) {
        boolean money = List.of("before", "after").stream()
                .map(found::group)
                .anyMatch(word -> word != null && Vocabulary.KNOWN.isCurrency(Term.fold(word)));
        var written = found.group();
        return Matcher.quoteReplacement(
                money ? written.replaceFirst("(?<=[\\d.,])[ \\u00a0]?[mM](?![\\p{L}\\d])", " million") : written);
    }
}
