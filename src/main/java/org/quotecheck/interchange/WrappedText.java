package org.quotecheck.interchange;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How many lines a text takes: words are put into lines as browsers do, each character as wide as in a wide sans-serif
 * face. Faces as narrow as Times take fewer, and some as wide as Verdana one more.
 */
final class WrappedText {

    /** A tenth more than Arial. */
    private static final double WIDE = 1.1 / 1000;

    private static final int BLANK = 278;
    private static final int WIDE_SCRIPT = 1000;
    private static final int[] ASCII = new int[128];
    /**
     * What stays in one line: up to a blank or after a hyphen; Chinese and Japanese break between any two characters.
     */
    private static final Pattern PIECE = Pattern.compile("\\s+|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|"
            + "[^\\s\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}-]+-?|-");

    static {
        Arrays.fill(ASCII, 556);
        widths(222, "ijl'|");
        widths(278, " !,./:;I[]\\ft");
        widths(333, "r(){}-`");
        widths(500, "ckvsxyzJ");
        widths(667, "ABEKPSVXYFTZ&");
        widths(722, "CDHNRUwGOQ");
        widths(889, "mMW%@");
    }

    private WrappedText() {}

    private static void widths(int width, String characters) {
        characters.chars().forEach(c -> ASCII[c] = width);
    }

    /** The width of a text in one line, in ems of its own size. */
    static double width(String text) {
        return text.codePoints().map(WrappedText::width).sum() * WIDE;
    }

    /** @param width of the line, in ems of the text's own size */
    static int lines(String text, double width) {
        int lines = 1;
        double at = 0;
        var pieces = PIECE.matcher(text);
        while (pieces.find()) {
            var piece = pieces.group();
            double rest = width(piece);
            if (piece.isBlank()) {
                at += BLANK * WIDE;
            } else {
                if (at > 0 && at + rest > width) {
                    lines++;
                    at = 0;
                }
                // a word that is longer than the line is broken
                int full = (int) Math.max(0, Math.ceil(rest / width) - 1);
                lines += full;
                at += rest - full * width;
            }
        }
        return lines;
    }

    private static int width(int c) {
        if (c < ASCII.length) {
            return ASCII[c];
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> WIDE_SCRIPT;
            case CYRILLIC -> Character.isUpperCase(c) ? 720 : 600;
            case ARABIC, HEBREW -> 470;
            default -> Character.getType(c) == Character.NON_SPACING_MARK ? 0 : Character.isUpperCase(c) ? 700 : 556;
        };
    }
}
