package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * A quotation mark of one or two characters at [start, end) and what its sign and its neighbours say about its side.
 */
record Mark(int start, int end, Side side) {
    enum Side {
        OPENS,
        CLOSES,
        EITHER
    }

    /** The paragraph's double marks in order: those of the language, and the typewriter's `` and ''. */
    static List<Mark> doubles(NormalisedText normalised, Paragraph paragraph, Typography typography) {
        List<Mark> marks = new ArrayList<>();
        for (int i = paragraph.start(); i < paragraph.end(); i++) {
            int width = width(normalised, i, typography);
            if (width > 0 && !isInches(normalised, i, marks)) {
                marks.add(new Mark(i, i + width, side(normalised, i, i + width)));
                i += width - 1;
            }
        }
        return marks;
    }

    private static int width(NormalisedText normalised, int i, Typography typography) {
        return switch (normalised.at(i)) {
            case '`' -> normalised.at(i + 1) == '`' ? 2 : 0;
            case '\'' ->
                normalised.at(i + 1) == '\'' && (normalised.at(i + 2) != '\'' || normalised.blank(i - 1)) ? 2 : 0;
            default -> typography.quotes(normalised.at(i)) ? 1 : 0;
        };
    }

    /** 6'2", 28°31'24", and 40" while nothing is open. */
    private static boolean isInches(NormalisedText normalised, int i, List<Mark> before) {
        if (normalised.at(i) != '"' || !normalised.digit(i - 1)) {
            return false;
        }
        int digits = i - 1;
        while (normalised.digit(digits) && i - digits < 4) {
            digits--;
        }
        return normalised.at(digits) == '\'' && normalised.digit(digits - 1)
                || (before.isEmpty() || before.getLast().side == Side.CLOSES)
                        && (normalised.blank(i + 1) || normalised.at(i + 1) == ',');
    }

    private static Side side(NormalisedText normalised, int start, int end) {
        boolean opens = mayOpenAfter(normalised, start - 1)
                && !normalised.blank(end)
                && ",.;!?)".indexOf(normalised.at(end)) < 0;
        boolean closes = !normalised.blank(start - 1)
                && !mayOpenAfter(normalised, start - 1)
                && !normalised.letter(end)
                && !normalised.digit(end);
        return switch (normalised.at(start)) {
            case '\u201e', '\u300c', '\u300e' -> Side.OPENS;
            case '\u300d', '\u300f' -> Side.CLOSES;
            case '\u201c', '\u201f', '\u00ab', '`' -> closes ? Side.CLOSES : Side.OPENS;
            case '\u201d', '\u00bb' -> opens ? Side.EITHER : Side.CLOSES;
            default -> opens ? Side.OPENS : closes ? Side.CLOSES : Side.EITHER;
        };
    }

    boolean isStraight(NormalisedText normalised) {
        return normalised.at(start) == '"';
    }

    private static boolean mayOpenAfter(NormalisedText normalised, int i) {
        return normalised.blank(i) || "([{\u2014-/\u2018".indexOf(normalised.at(i)) >= 0;
    }
}
