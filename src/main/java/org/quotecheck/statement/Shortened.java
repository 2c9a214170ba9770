package org.quotecheck.statement;

import java.nio.charset.StandardCharsets;

/** Words cut to a length, for titles, and for pages that have room for so much. */
public final class Shortened {

    private static final int ELLIPSIS = 3;

    private Shortened() {}

    /**
     * As it is, or its beginning of so many code points, if possible up to the end of a word, and an ellipsis; null for
     * null.
     */
    public static String to(int most, String text) {
        return text == null || text.codePointCount(0, text.length()) <= most
                ? text
                : cut(text.substring(0, text.offsetByCodePoints(0, most)));
    }

    /** The same for so many bytes of UTF-8; null for null. */
    public static String toBytes(int most, String text) {
        if (text == null || text.length() * 3L <= most || text.getBytes(StandardCharsets.UTF_8).length <= most) {
            return text;
        }
        int end = 0;
        for (int bytes = ELLIPSIS; bytes <= most; ) {
            int c = text.codePointAt(end);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            end += bytes <= most ? Character.charCount(c) : 0;
        }
        return cut(text.substring(0, end));
    }

    private static String cut(String beginning) {
        int blank = beginning.lastIndexOf(' ');
        return (blank > beginning.length() / 2 ? beginning.substring(0, blank) : beginning) + "…";
    }
}
