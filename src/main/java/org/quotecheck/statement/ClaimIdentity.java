package org.quotecheck.statement;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.quotecheck.digest.Sha256;

/**
 * What makes two claims the same: their words and their claimant, normalised (NFKC, case folded, one space for white
 * space and dashes, without quotation marks and punctuation), whatever their type, language or date. What belongs to a
 * number stays: a mark between two digits, a percent sign, a minus before a digit.
 */
public final class ClaimIdentity {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\p{Z}\\s\\p{Cf}]+");
    private static final Pattern DASH = Pattern.compile("(?<!\\d)\\p{Pd}(?!\\d)|(?<=\\p{L})\\p{Pd}|\\p{Pd}(?=\\p{L})");
    private static final Pattern PUNCTUATION =
            Pattern.compile("(?<!\\d)[[\\p{P}&&[^%‰\\p{Pd}]]`]|[[\\p{P}&&[^%‰\\p{Pd}]]`](?!\\d)");

    private ClaimIdentity() {}

    /** Lower-case hex SHA-256 of the normalised words and claimant; no claimant counts as a separate value. */
    static String of(String text, String claimant) {
        return Sha256.hex(normalise(text) + '\n' + (claimant == null ? "" : '=' + normalise(claimant)));
    }

    public static String normalise(String text) {
        var folded = UCharacter.foldCase(Normalizer.normalize(text.replace('´', '`'), Normalizer.Form.NFKC), true);
        var words = PUNCTUATION.matcher(DASH.matcher(folded).replaceAll(" ")).replaceAll("");
        return WHITE_SPACE
                .matcher(Normalizer.normalize(words, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }
}
