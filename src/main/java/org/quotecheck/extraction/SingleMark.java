package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Single marks where they are the outer ones, told from apostrophes: ’90s, rock ’n’ roll, the players’ bus. */
final class SingleMark {
    private SingleMark() {}

    /**
     * The paragraph's single marks that pair, in order and by turns opening and closing.
     *
     * @param goesOn whether the next paragraph opens with one, so that the last here may stay open
     */
    static List<Mark> in(NormalisedText normalised, Paragraph paragraph, Typography typography, boolean goesOn) {
        List<Mark> marks = new ArrayList<>();
        int open = -1;
        int weakClose = -1;
        for (int i = paragraph.start(); i <= paragraph.end(); i++) {
            boolean opening = i < paragraph.end() && opens(normalised, i, typography);
            if (open >= 0 && (opening || i == paragraph.end()) && weakClose >= 0) {
                addPair(marks, open, weakClose);
                open = -1;
                weakClose = -1;
            }
            if (i == paragraph.end()) {
                if (goesOn && open >= 0 && startsSpeech(normalised, paragraph, open)) {
                    marks.add(opening(open));
                }
                break;
            }
            if (open < 0) {
                open = opening ? i : -1;
            } else if (typography.closes(normalised.at(i), normalised.at(open)) && closesAfterPause(normalised, i)) {
                addPair(marks, open, i);
                open = -1;
                weakClose = -1;
            } else if (weakClose < 0
                    && typography.closes(normalised.at(i), normalised.at(open))
                    && !normalised.blank(i - 1)
                    && endsWord(normalised, i + 1)) {
                weakClose = i;
            }
        }
        return marks;
    }

    private static boolean startsSpeech(NormalisedText normalised, Paragraph paragraph, int open) {
        return open == paragraph.start() || normalised.blank(open - 1) && ":,.!?".indexOf(normalised.at(open - 2)) >= 0;
    }

    private static Mark opening(int start) {
        return new Mark(start, start + 1, Mark.Side.OPENS);
    }

    private static void addPair(List<Mark> marks, int open, int close) {
        marks.add(opening(open));
        marks.add(new Mark(close, close + 1, Mark.Side.CLOSES));
    }

    static boolean opens(NormalisedText normalised, int i, Typography typography) {
        if (!typography.opens(normalised.at(i))) {
            return false;
        }
        boolean before = normalised.blank(i - 1) || "([\u2014\"\u201c".indexOf(normalised.at(i - 1)) >= 0;
        return before
                && (normalised.letter(i + 1)
                        || normalised.digit(i + 1) && !isDecade(normalised, i + 1)
                        || "[\u2026\"\u201c".indexOf(normalised.at(i + 1)) >= 0)
                && !isElision(normalised, i + 1, typography);
    }

    private static boolean isDecade(NormalisedText normalised, int i) {
        return normalised.digit(i)
                && normalised.digit(i + 1)
                && !normalised.digit(i + 2)
                && (normalised.at(i + 2) == 's' || !normalised.letter(i + 2));
    }

    private static boolean isElision(NormalisedText normalised, int from, Typography typography) {
        int to = from;
        while (normalised.letter(to) && to - from < 6) {
            to++;
        }
        return typography
                .elisions()
                .contains(normalised.text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private static boolean closesAfterPause(NormalisedText normalised, int i) {
        return ",.!?\u2026".indexOf(normalised.at(i - 1)) >= 0 && !normalised.letter(i + 1) && !normalised.digit(i + 1);
    }

    private static boolean endsWord(NormalisedText normalised, int i) {
        return normalised.blank(i) || ",.;:!?)\u2014".indexOf(normalised.at(i)) >= 0;
    }
}
