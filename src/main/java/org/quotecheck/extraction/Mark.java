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
    static List<Mark> doubles(Shadow shadow, Paragraph paragraph, Typography typography) {
        List<Mark> marks = new ArrayList<>();
        for (int i = paragraph.start(); i < paragraph.end(); i++) {
            int width = width(shadow, i, typography);
            if (width > 0 && !isInches(shadow, i, marks)) {
                marks.add(new Mark(i, i + width, side(shadow, i, i + width)));
                i += width - 1;
            }
        }
        return marks;
    }

    private static int width(Shadow shadow, int i, Typography typography) {
        return switch (shadow.at(i)) {
            case '`' -> shadow.at(i + 1) == '`' ? 2 : 0;
            case '\'' -> shadow.at(i + 1) == '\'' && (shadow.at(i + 2) != '\'' || shadow.blank(i - 1)) ? 2 : 0;
            default -> typography.quotes(shadow.at(i)) ? 1 : 0;
        };
    }

    /** 6'2", 28°31'24", and 40" while nothing is open. */
    private static boolean isInches(Shadow shadow, int i, List<Mark> before) {
        if (shadow.at(i) != '"' || !shadow.digit(i - 1)) {
            return false;
        }
        int digits = i - 1;
        while (shadow.digit(digits) && i - digits < 4) {
            digits--;
        }
        return shadow.at(digits) == '\'' && shadow.digit(digits - 1)
                || (before.isEmpty() || before.getLast().side == Side.CLOSES)
                        && (shadow.blank(i + 1) || shadow.at(i + 1) == ',');
    }

    private static Side side(Shadow shadow, int start, int end) {
        boolean opens = mayOpenAfter(shadow, start - 1) && !shadow.blank(end) && ",.;!?)".indexOf(shadow.at(end)) < 0;
        boolean closes = !shadow.blank(start - 1)
                && !mayOpenAfter(shadow, start - 1)
                && !shadow.letter(end)
                && !shadow.digit(end);
        return switch (shadow.at(start)) {
            case '\u201e', '\u300c', '\u300e' -> Side.OPENS;
            case '\u300d', '\u300f' -> Side.CLOSES;
            case '\u201c', '\u201f', '\u00ab', '`' -> closes ? Side.CLOSES : Side.OPENS;
            case '\u201d', '\u00bb' -> opens ? Side.EITHER : Side.CLOSES;
            default -> opens ? Side.OPENS : closes ? Side.CLOSES : Side.EITHER;
        };
    }

    boolean isStraight(Shadow shadow) {
        return shadow.at(start) == '"';
    }

    private static boolean mayOpenAfter(Shadow shadow, int i) {
        return shadow.blank(i) || "([{\u2014-/\u2018".indexOf(shadow.at(i)) >= 0;
    }
}
