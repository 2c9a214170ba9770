package org.quotecheck.extraction;

/**
 * Translates UTF-16 offsets into code point offsets. Asked in any order, it costs one array only if the text has
 * surrogate pairs.
 */
final class CodePoints {
    private final int[] pairsBefore;

    CodePoints(String text) {
        pairsBefore = hasPairs(text) ? countPairs(text) : null;
    }

    int at(int utf16) {
        return pairsBefore == null ? utf16 : utf16 - pairsBefore[utf16];
    }

    private static boolean hasPairs(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int[] countPairs(String text) {
        int[] count = new int[text.length() + 1];
        for (int i = 1; i <= text.length(); i++) {
            boolean pair = i > 1 && Character.isSurrogatePair(text.charAt(i - 2), text.charAt(i - 1));
            count[i] = count[i - 1] + (pair ? 1 : 0);
        }
        return count;
    }
}
