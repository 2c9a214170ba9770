package org.quotecheck.statement;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words as search compares them, the same way for claims and queries: NFKC, without case, accents and punctuation. All
 * of it happens here and not in PostgreSQL, which under lc_ctype C knows the case and the marks of ASCII alone.
 */
public final class SearchText {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    /** Marks that letters of any script take; not those that make another letter: й, vowel signs, voiced kana. */
    private static final Pattern ACCENTS = Pattern.compile(
            "(?<![иИ])\\u0306|[[\\p{Mn}&&[\\p{IsInherited}\\p{IsHebrew}]]&&[^\\u0306\\u3099\\u309A]]++");
    /** Latin letters that Unicode does not decompose, as PostgreSQL's unaccent.rules has them. */
    private static final Map<Integer, String> STROKES = Map.of(
            (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'ħ', "h", (int) 'ı', "i", (int) 'æ', "ae", (int) 'œ',
            "oe", (int) 'ð', "d", (int) 'þ', "th");

    private static final String OUTSIDE_NUMBERS = "(?<!\\p{Nd})[.,]|[.,](?!\\p{Nd})";
    private static final Pattern PUNCTUATION = Pattern.compile(OUTSIDE_NUMBERS + "|[^\\p{L}\\p{M}\\p{N}.,]");
    private static final Pattern PUNCTUATION_IN_QUERY =
            Pattern.compile(OUTSIDE_NUMBERS + "|[^\\p{L}\\p{M}\\p{N}.,\"-]|-(?![\\p{L}\\p{N}\"])|(?<=[^\\s\"])-");
    private static final Pattern QUOTATION_MARKS = Pattern.compile("[“”„‟«»″]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** As long as a claim's text may be; PostgreSQL compares in O(n²). */
    private static final int LONGEST = 5_000;
    /** How many code units NFKC makes of one, at most (Unicode Standard Annex 15, section 8). */
    private static final int NFKC_GROWTH = 18;

    private SearchText() {}

    /**
     * Of a claim: its words on the first line, its claimant's name, if any, on the second; of each at most
     * {@value #LONGEST} UTF-16 code units.
     */
    public static String of(String text, String claimant) {
        return beginning(fold(text)) + (claimant == null ? "" : '\n' + beginning(fold(claimant)));
    }

    /**
     * The text; where its letters are made of so many that they were more than {@value #LONGEST}, the first of them.
     */
    public static String bounded(String text) {
        if (text.length() <= LONGEST / NFKC_GROWTH) {
            return text;
        }
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return letters.length() <= LONGEST ? text : beginning(letters);
    }

    private static String beginning(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        return words.substring(0, Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Words with one space between them. */
    public static String fold(String text) {
        return fold(text, PUNCTUATION);
    }

    /**
     * The same with what websearch_to_tsquery reads as operators: quotation marks around phrases, a minus before a
     * word.
     */
    public static String foldQuery(String q) {
        return fold(QUOTATION_MARKS.matcher(q).replaceAll("\""), PUNCTUATION_IN_QUERY);
    }

    /** A name to be compared as a whole; null where there is none. */
    public static String key(String name) {
        return name == null ? null : ClaimIdentity.normalise(name);
    }

    private static String fold(String text, Pattern punctuation) {
        var letters = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        var bare = UCharacter.foldCase(ACCENTS.matcher(letters).replaceAll(""), true);
        var folded = new StringBuilder(bare.length());
        bare.codePoints().forEach(letter -> {
            var plain = STROKES.get(letter);
            if (plain == null) {
                folded.appendCodePoint(letter);
            } else {
                folded.append(plain);
            }
        });
        var words = punctuation
                .matcher(Normalizer.normalize(folded, Normalizer.Form.NFKC))
                .replaceAll(" ");
        return BLANKS.matcher(words).replaceAll(" ").strip();
    }
}
