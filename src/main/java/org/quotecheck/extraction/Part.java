package org.quotecheck.extraction;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One uninterrupted run of quoted words: a TextPositionSelector and a TextQuoteSelector of the W3C annotation model.
 *
 * @param start first code point of the words, without their mark
 * @param end code point after the words
 * @param exact the words
 * @param prefix at most {@value #CONTEXT} code points of the text right before
 * @param suffix at most {@value #CONTEXT} code points of the text right after
 */
public record Part(int start, int end, String exact, String prefix, String suffix) {
    private static final int CONTEXT = 32;
    /** Stands for what the writer put between two parts, so that they never read as one sentence. */
    private static final String INTERRUPTION = " \u2026 ";

    public Part {
        requireNonNull(exact);
        requireNonNull(prefix);
        requireNonNull(suffix);
    }

    /**
     * The words of several parts as one string, in which every place where the writer interrupts is seen. A comma that
     * only leads to the interruption is left out.
     *
     * @param words the words of each part, in order
     */
    public static String joined(List<String> words) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            joined.append(last ? words.get(i) : withoutComma(words.get(i))).append(last ? "" : INTERRUPTION);
        }
        return joined.toString();
    }

    /** The words of these parts as one string, as {@link #joined} has it. */
    public static String exact(List<Part> parts) {
        return joined(parts.stream().map(Part::exact).toList());
    }

    private static String withoutComma(String words) {
        String stripped = words.stripTrailing();
        return !stripped.isEmpty() && ",\uff0c\u060c".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped.substring(0, stripped.length() - 1).stripTrailing()
                : stripped;
    }

    /**
     * The part of {@code text} between two code points.
     *
     * @throws IndexOutOfBoundsException if the range is not inside the text
     */
    public static Part of(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return between(text, start, end, from, text.offsetByCodePoints(from, end - start));
    }

    /** The same with the UTF-16 offsets known, which spares counting from the text's beginning. */
    public static Part between(String text, int start, int end, int from, int to) {
        int before = from;
        for (int i = 0; i < CONTEXT && before > 0; i++) {
            before = text.offsetByCodePoints(before, -1);
        }
        int after = to;
        for (int i = 0; i < CONTEXT && after < text.length(); i++) {
            after = text.offsetByCodePoints(after, 1);
        }
        return new Part(start, end, text.substring(from, to), text.substring(before, from), text.substring(to, after));
    }
}
