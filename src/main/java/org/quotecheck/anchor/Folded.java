package org.quotecheck.anchor;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jsoup.parser.Parser;

/**
 * A text in which only words matter: marks, dashes and spaces have one spelling each, HTML's character references are
 * resolved, letters are composed (NFC), and what nobody sees is gone. Every character knows where it was.
 */
final class Folded {

    /** "&CounterClockwiseContourIntegral;" is the longest; what authors write by mistake is shorter. */
    private static final int LONGEST_REFERENCE = 12;
    /** A letter has few accents; a longer run is not a letter, and must cost no more. */
    private static final int MOST_ACCENTS = 16;

    private final String original;
    private final StringBuilder folded;
    private int[] from;
    private int[] to;
    private int[] pairsBefore;

    final String text;

    Folded(String original) {
        this.original = original;
        this.folded = new StringBuilder(original.length());
        this.from = new int[original.length() + 1];
        this.to = new int[original.length() + 1];
        boolean composed = Normalizer.isNormalized(original, Normalizer.Form.NFC);
        for (int i = 0; i < original.length(); ) {
            i = composed ? step(i) : composed(i);
        }
        this.text = folded.toString();
    }

    int length() {
        return text.length();
    }

    /** UTF-16 offset in the original at which the character starts. */
    int from(int index) {
        int at = from[index];
        return at > 0 && Character.isSurrogatePair(original.charAt(at - 1), original.charAt(at)) ? at - 1 : at;
    }

    /** UTF-16 offset in the original after the character. */
    int to(int index) {
        int at = to[index];
        return at < original.length() && Character.isSurrogatePair(original.charAt(at - 1), original.charAt(at))
                ? at + 1
                : at;
    }

    /** Where in the folded text a UTF-16 offset of the original is. */
    int find(int utf16) {
        int found = Arrays.binarySearch(from, 0, length(), utf16);
        return found >= 0 ? found : -found - 1;
    }

    /** Where the words occur, no place inside another. */
    int[] allOf(String words) {
        return IntStream.iterate(text.indexOf(words), at -> at >= 0, at -> text.indexOf(words, at + words.length()))
                .toArray();
    }

    /** Code points before a UTF-16 offset of the original. */
    int codePoint(int utf16) {
        return utf16 - pairs()[utf16];
    }

    /** The UTF-16 offset of a code point of the original; its end for a position behind it. */
    int utf16(int codePoint) {
        int low = 0;
        int high = original.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (codePoint(middle) < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int[] pairs() {
        if (pairsBefore == null) {
            pairsBefore = new int[original.length() + 1];
            for (int i = 1; i <= original.length(); i++) {
                boolean pair = i > 1 && Character.isSurrogatePair(original.charAt(i - 2), original.charAt(i - 1));
                pairsBefore[i] = pairsBefore[i - 1] + (pair ? 1 : 0);
            }
        }
        return pairsBefore;
    }

    /** Whether a word goes on over this position. */
    boolean isInsideWord(int at) {
        return at > 0 && at < length() && isOneWord(text.charAt(at - 1), text.charAt(at));
    }

    /** Whether two neighbours belong to one word; Chinese, Japanese and Thai do not separate words. */
    static boolean isOneWord(char one, char other) {
        return Character.isLetterOrDigit(one)
                && Character.isLetterOrDigit(other)
                && !isUnparted(one)
                && !isUnparted(other);
    }

    private static boolean isUnparted(char c) {
        return c >= '\u0e00' && c < '\u1000' || c >= '\u1780' && c < '\u1800' || c >= '\u3040' && c < '\ua000';
    }

    /** Whether there are quotation marks right before and after. */
    boolean isInMarks(int start, int end) {
        int before = start > 0 && text.charAt(start - 1) == ' ' ? start - 1 : start;
        int after = end;
        while (after < length() && after < end + 2 && " ,.!?;:".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        return before > 0 && text.charAt(before - 1) == '\'' && after < length() && text.charAt(after) == '\'';
    }

    /** The range without marks and spaces at its ends. */
    int trimmedStart(int start, int end) {
        int at = start;
        while (at < end && isEdge(at)) {
            at++;
        }
        return at;
    }

    int trimmedEnd(int start, int end) {
        int at = end;
        while (at > start && isEdge(at - 1)) {
            at--;
        }
        return at;
    }

    private boolean isEdge(int at) {
        return text.charAt(at) == ' ' || text.charAt(at) == '\'';
    }

    /** Takes one character or character reference, and says where the next one starts. */
    private int step(int i) {
        char c = original.charAt(i);
        if (c == '&') {
            int end = original.indexOf(';', i, Math.min(i + LONGEST_REFERENCE, original.length()));
            if (end > 0) {
                String resolved = Parser.unescapeEntities(original.substring(i, end + 1), true);
                if (resolved.codePointCount(0, resolved.length()) == 1) {
                    resolved.chars().forEach(each -> put((char) each, i, end + 1));
                    return end + 1;
                }
            }
        }
        put(c, i, i + 1);
        return i + 1;
    }

    /** The same for a text in which letters and accents may be separate. */
    private int composed(int i) {
        int end = i + 1;
        while (end < original.length()
                && end - i <= MOST_ACCENTS
                && Character.getType(original.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        if (end == i + 1) {
            return step(i);
        }
        String letter = Normalizer.normalize(original.substring(i, end), Normalizer.Form.NFC);
        for (int j = 0; j < letter.length(); j++) {
            put(letter.charAt(j), i, end);
        }
        return end;
    }

    private void put(char c, int start, int end) {
        char plain = plain(c);
        char last = folded.isEmpty() ? '\0' : folded.charAt(folded.length() - 1);
        if (plain == '\0') {
            return;
        }
        boolean typewritten = plain == '\'' && start > 0 && original.charAt(start - 1) == c && (c == '\'' || c == '`');
        if (plain == last && (plain == ' ' || plain == '-' || typewritten)) {
            to[folded.length() - 1] = end; // blanks, "--" and "''" are one
            return;
        }
        for (int i = c == '\u2026' ? 3 : 1; i > 0; i--) {
            if (folded.length() == from.length) {
                from = Arrays.copyOf(from, from.length * 2);
                to = Arrays.copyOf(to, to.length * 2);
            }
            from[folded.length()] = start;
            to[folded.length()] = end;
            folded.append(plain);
        }
    }

    /** The one spelling; NUL for what is not seen. */
    private static char plain(char c) {
        if (c < 128) {
            return c <= ' ' ? ' ' : c == '"' || c == '`' ? '\'' : c;
        }
        return switch (c) {
            case '\u00a0', '\u0085', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000' -> ' ';
            case '\u00ad', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff' -> '\0';
            case '\u00ab',
                    '\u00bb',
                    '\u00b4',
                    '\u02bc',
                    '\u02b9',
                    '\u2018',
                    '\u2019',
                    '\u201a',
                    '\u201b',
                    '\u201c',
                    '\u201d',
                    '\u201e',
                    '\u201f',
                    '\u2032',
                    '\u2033',
                    '\u2039',
                    '\u203a',
                    '\u301d',
                    '\u301e',
                    '\u301f',
                    '\uff02',
                    '\uff07' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\u2026' -> '.';
            default -> c >= '\u2000' && c <= '\u200a' ? ' ' : c;
        };
    }
}
