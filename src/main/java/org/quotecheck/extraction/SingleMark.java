package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Single marks where they are the outer ones, told from apostrophes: ’90s, rock ’n’ roll, the players’ bus. */
final class SingleMark {
    private static final Set<String> ELISIONS = Set.of("til", "tis", "twas", "em", "n", "cause", "bout", "round");

    private SingleMark() {}

    /** The paragraph's single marks that pair, in order and by turns opening and closing. */
    static List<Mark> in(Shadow shadow, Paragraph paragraph, Typography typography) {
        List<Mark> marks = new ArrayList<>();
        int open = -1;
        int weakClose = -1;
        for (int i = paragraph.start(); i <= paragraph.end(); i++) {
            boolean opening = i < paragraph.end() && opens(shadow, i, typography);
            if (open >= 0 && (opening || i == paragraph.end()) && weakClose >= 0) {
                addPair(marks, open, weakClose);
                open = -1;
                weakClose = -1;
            }
            if (i == paragraph.end()) {
                break;
            }
            if (open < 0) {
                open = opening ? i : -1;
            } else if (typography.closes(shadow.at(i), shadow.at(open)) && closesAfterPause(shadow, i)) {
                addPair(marks, open, i);
                open = -1;
                weakClose = -1;
            } else if (weakClose < 0
                    && typography.closes(shadow.at(i), shadow.at(open))
                    && !shadow.blank(i - 1)
                    && endsWord(shadow, i + 1)) {
                weakClose = i;
            }
        }
        return marks;
    }

    private static void addPair(List<Mark> marks, int open, int close) {
        marks.add(new Mark(open, open + 1, Mark.Side.OPENS));
        marks.add(new Mark(close, close + 1, Mark.Side.CLOSES));
    }

    private static boolean opens(Shadow shadow, int i, Typography typography) {
        if (!typography.opens(shadow.at(i))) {
            return false;
        }
        boolean before = shadow.blank(i - 1) || "([\u2014\"\u201c".indexOf(shadow.at(i - 1)) >= 0;
        return before
                && (shadow.letter(i + 1)
                        || shadow.digit(i + 1) && !isDecade(shadow, i + 1)
                        || "[\u2026\"\u201c".indexOf(shadow.at(i + 1)) >= 0)
                && !isElision(shadow, i + 1);
    }

    private static boolean isDecade(Shadow shadow, int i) {
        return shadow.digit(i)
                && shadow.digit(i + 1)
                && !shadow.digit(i + 2)
                && (shadow.at(i + 2) == 's' || !shadow.letter(i + 2));
    }

    private static boolean isElision(Shadow shadow, int from) {
        int to = from;
        while (shadow.letter(to) && to - from < 6) {
            to++;
        }
        return ELISIONS.contains(shadow.text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private static boolean closesAfterPause(Shadow shadow, int i) {
        return ",.!?\u2026".indexOf(shadow.at(i - 1)) >= 0 && !shadow.letter(i + 1) && !shadow.digit(i + 1);
    }

    private static boolean endsWord(Shadow shadow, int i) {
        return shadow.blank(i) || ",.;:!?)\u2014".indexOf(shadow.at(i)) >= 0;
    }
}
