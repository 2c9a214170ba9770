package org.quotecheck.extraction;

import java.util.Arrays;

/**
 * The text as a reader sees it, with the way back: without invisible characters, and with the letters and marks for
 * which broken ones stand where UTF-8 was read as Latin-1 or Windows-1252 (â€œ for “, Ã© for é), even twice.
 */
public final class Reading {
    /** What Windows-1252 shows for the bytes 80 to 9F; a zero where it shows nothing. */
    private static final String WINDOWS =
            "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0"
                    + "\0\u2018\u2019\u201c\u201d\u2022"
                    + "\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

    private static final int MOST_TIMES_BROKEN = 2;

    /** What the reader sees; positions of all steps count in it, in UTF-16. */
    final String text;
    /** The text as it was given. */
    final String source;
    /** By character of {@relation #text}: where it starts and ends in the source; null where both texts are one. */
    private final int[] starts;

    private final int[] ends;

    private Reading(String text, String source, int[] starts, int[] ends) {
        this.text = text;
        this.source = source;
        this.starts = starts;
        this.ends = ends;
    }

    static Reading of(String source) {
        return of(source, true);
    }

    /** The text with its broken letters and marks mended and every other character as it was given. */
    public static String mended(String source) {
        return of(source, false).text;
    }

    private static Reading of(String source, boolean visibleOnly) {
        Reading reading = new Reading(source, source, null, null);
        for (int i = 0; i < MOST_TIMES_BROKEN && reading.hasFaults(visibleOnly); i++) {
            reading = reading.mended(visibleOnly);
        }
        return reading;
    }

    /** Where the character at a position starts in the source. */
    int start(int position) {
        return starts == null ? position : position < starts.length ? starts[position] : source.length();
    }

    /** Where the character before a position ends in the source. */
    int end(int position) {
        return ends == null ? position : position == 0 ? 0 : ends[position - 1];
    }

    private boolean hasFaults(boolean visibleOnly) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~' && (visibleOnly && isInvisible(text.charAt(i)) || brokenLength(i) > 0)) {
                return true;
            }
        }
        return false;
    }

    private Reading mended(boolean visibleOnly) {
        StringBuilder clean = new StringBuilder(text.length());
        int[] from = new int[text.length()];
        int[] to = new int[text.length()];
        int i = 0;
        while (i < text.length()) {
            int broken = brokenLength(i);
            int length = Math.max(broken, 1);
            int first = clean.length();
            if (broken > 0) {
                clean.appendCodePoint(decoded(i, broken));
            } else if (!visibleOnly || !isInvisible(text.charAt(i))) {
                clean.append(text.charAt(i));
            }
            for (int c = first; c < clean.length(); c++) {
                from[c] = start(i);
                to[c] = end(i + length);
            }
            i += length;
        }
        return new Reading(
                clean.toString(), source, Arrays.copyOf(from, clean.length()), Arrays.copyOf(to, clean.length()));
    }

    /** Soft hyphen, zero-width space and joiners, marks of direction. */
    private static boolean isInvisible(char c) {
        return c == '\u00ad' || c >= '\u200b' && c <= '\u200f' || c == '\u2060' || c == '\ufeff';
    }

    /** How many characters from here stand for one; 0 if they are what they seem. */
    private int brokenLength(int i) {
        int lead = text.charAt(i);
        int length = lead == 0xc2 || lead == 0xc3 || lead == 0xc4 || lead == 0xc5
                ? 2
                : lead == 0xe2 ? 3 : lead == 0xf0 ? 4 : 0;
        for (int c = i + 1; c < i + length; c++) {
            if (octet(c) < 0x80 || octet(c) > 0xbf) {
                // The last byte of a closing mark has no sign in Windows-1252 and is often lost.
                return length == 3 && c == i + 2 && octet(i + 1) == 0x80 ? 2 : 0;
            }
        }
        boolean guillemet = length == 2 && (octet(i + 1) == 0xab || octet(i + 1) == 0xbb);
        return guillemet && !(i + 2 < text.length() && Character.isLetter(text.charAt(i + 2))) ? 0 : length;
    }

    private int octet(int i) {
        char c = i < text.length() ? text.charAt(i) : 0;
        int windows = c > 0xff ? WINDOWS.indexOf(c) : -1;
        return windows >= 0 ? 0x80 + windows : c > 0xff ? 0 : c;
    }

    private int decoded(int i, int length) {
        if (length == 2 && text.charAt(i) == 0xe2) {
            return '\u201d';
        }
        int point = text.charAt(i) & (0x7f >> length);
        for (int c = i + 1; c < i + length; c++) {
            point = point << 6 | octet(c) & 0x3f;
        }
        return Character.isValidCodePoint(point) ? point : ' ';
    }
}
