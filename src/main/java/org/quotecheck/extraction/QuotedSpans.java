package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pairs the marks of each paragraph; what is left open ends at the reporting clause, with the paragraph, or goes on in
 * the next.
 */
final class QuotedSpans {
    /** No reporting clause at a paragraph's end is longer. */
    private static final int LONGEST_REPORT = 80;
    /** In words. */
    private static final int LONGEST_SIGNATURE = 14;
    /** In characters. */
    private static final int LONGEST_NAME = 40;

    private final NormalisedText normalised;
    private final List<Paragraph> paragraphs;
    private final Typography typography;
    private final List<QuotedSpan> found = new ArrayList<>();
    private final boolean singlesAreOuter;
    private boolean leftOpen;

    private QuotedSpans(NormalisedText normalised, List<Paragraph> paragraphs, Typography typography) {
        this.normalised = normalised;
        this.typography = typography;
        this.paragraphs = paragraphs;
        this.singlesAreOuter = singlesAreOuter();
    }

    static List<QuotedSpan> of(NormalisedText normalised, List<Paragraph> paragraphs, Typography typography) {
        QuotedSpans spans = new QuotedSpans(normalised, paragraphs, typography);
        for (int p = 0; p < paragraphs.size(); p++) {
            if (paragraphs.get(p).prose()) {
                List<Mark> marks = spans.marks(p);
                if (marks.isEmpty() && typography.dash()) {
                    spans.found.addAll(DashSpeech.in(normalised, paragraphs.get(p), p));
                }
                spans.pair(p, marks);
            }
        }
        return spans.found;
    }

    private List<Mark> marks(int p) {
        Paragraph paragraph = paragraphs.get(p);
        if (!singlesAreOuter) {
            return Mark.doubles(normalised, paragraph, typography);
        }
        return SingleMark.in(normalised, paragraph, typography, startsWithSingle(p + 1));
    }

    private boolean startsWithSingle(int p) {
        return p < paragraphs.size()
                && paragraphs.get(p).prose()
                && SingleMark.opens(normalised, paragraphs.get(p).start(), typography);
    }

    /** Single marks are outer ones in an article without double ones, or where those stand inside the single ones. */
    private boolean singlesAreOuter() {
        int doubles = 0;
        int singles = 0;
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.prose()) {
                List<Mark> outer = Mark.doubles(normalised, paragraph, typography);
                List<Mark> inner = SingleMark.in(normalised, paragraph, typography, false);
                doubles += (outer.size() + 1) / 2 - inside(outer, inner);
                singles += inner.size() / 2 - inside(inner, outer);
            }
        }
        return singles > 0 && singles > doubles;
    }

    /** How many pairs of the first list stand inside a pair of the second; both are in order. */
    private static int inside(List<Mark> pairs, List<Mark> others) {
        int count = 0;
        int o = 0;
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            while (o + 1 < others.size()
                    && others.get(o + 1).end() <= pairs.get(i).start()) {
                o += 2;
            }
            if (o + 1 < others.size() && others.get(o).start() < pairs.get(i).start()) {
                count++;
            }
        }
        return count;
    }

    private void pair(int p, List<Mark> marks) {
        Paragraph paragraph = paragraphs.get(p);
        Mark open = null;
        boolean continues = leftOpen;
        leftOpen = false;
        for (int m = 0; m < marks.size(); m++) {
            Mark mark = marks.get(m);
            if (open != null && isNested(open, marks, m)) {
                m++;
            } else if (open == null && isGlued(marks, m)) {
                open = mark;
                continues = false;
            } else if (open == null && mark.side() == Mark.Side.CLOSES) {
                if (continues && !isSignature(paragraph.start(), mark.start())) {
                    add(paragraph.start(), paragraph.start(), mark.start(), mark.end(), p, true);
                    continues = false;
                }
            } else if (open == null) {
                open = mark;
                continues &= mark.start() == paragraph.start();
            } else if (mark.side() == Mark.Side.OPENS) {
                closeBefore(open, mark, p, continues);
                open = mark;
                continues = false;
            } else {
                add(open.start(), open.end(), mark.start(), mark.end(), p, continues);
                open = null;
                continues = false;
            }
        }
        if (open != null) {
            endWithParagraph(open, p, continues);
        }
    }

    /** She said," We stay." — an opening mark whose blank stands on the wrong side. */
    private boolean isGlued(List<Mark> marks, int m) {
        Mark mark = marks.get(m);
        return mark.side() == Mark.Side.CLOSES
                && mark.isStraight(normalised)
                && ",:".indexOf(normalised.at(mark.start() - 1)) >= 0
                && normalised.blank(mark.end())
                && m + 1 < marks.size()
                && marks.get(m + 1).side() != Mark.Side.OPENS;
    }

    /** Marks inside marks: a pair of the other kind, or one whose closing mark is followed by another closing mark. */
    private boolean isNested(Mark open, List<Mark> marks, int m) {
        if (marks.get(m).side() != Mark.Side.OPENS
                || m + 1 >= marks.size()
                || marks.get(m + 1).side() != Mark.Side.CLOSES) {
            return false;
        }
        boolean otherKind = open.isStraight(normalised) != marks.get(m).isStraight(normalised)
                && marks.get(m).isStraight(normalised) == marks.get(m + 1).isStraight(normalised);
        return otherKind || m + 2 < marks.size() && marks.get(m + 2).side() == Mark.Side.CLOSES;
    }

    /** A closing mark was forgotten: the words end at the last pause before the next opening mark. */
    private void closeBefore(Mark open, Mark next, int p, boolean continues) {
        int end = next.start();
        while (end > open.end() && ",.!?".indexOf(normalised.at(end - 1)) < 0) {
            end--;
        }
        if (end > open.end()) {
            add(open.start(), open.end(), end, end, p, continues);
        }
    }

    private void endWithParagraph(Mark open, int p, boolean continues) {
        Paragraph paragraph = paragraphs.get(p);
        int report = reportInside(open.end(), paragraph.end());
        report = report > 0 ? report : reportAtEnd(open.end(), paragraph.end());
        if (report > 0) {
            add(open.start(), open.end(), report, report, p, continues);
            return;
        }
        add(open.start(), open.end(), paragraph.end(), paragraph.end(), p, continues);
        leftOpen = p + 1 < paragraphs.size() && goesOn(p + 1);
    }

    /** "… for years.¶Ann Lee, head of the port.”": few words after a name, which sign what is quoted above them. */
    private boolean isSignature(int from, int to) {
        int words = 0;
        int capitals = 0;
        for (int i = from; i < to; i++) {
            if (normalised.letter(i) && !normalised.letter(i - 1) && normalised.at(i - 1) != '\'') {
                words++;
                capitals += words <= 2 && Character.isUpperCase(normalised.at(i)) ? 1 : 0;
            }
        }
        int comma = normalised.text.indexOf(',', from);
        boolean nameFirst = capitals == 2 && (words <= 3 || comma > 0 && comma < to && comma - from < LONGEST_NAME);
        return nameFirst && words <= LONGEST_SIGNATURE;
    }

    private boolean goesOn(int next) {
        List<Mark> marks = marks(next);
        return !marks.isEmpty()
                && (marks.getFirst().start() == paragraphs.get(next).start()
                        || marks.getFirst().side() == Mark.Side.CLOSES);
    }

    /** Where a reporting clause begins in what no mark closes: ", said Ann Lee" ends the words; 0 without one. */
    private int reportInside(int from, int end) {
        for (int comma = from; comma < end; comma++) {
            if (normalised.at(comma) == ',' && normalised.at(comma + 1) == ' ') {
                int verbEnd = wordEnd(comma + 2);
                boolean named = normalised.at(verbEnd) == ' ' && Character.isUpperCase(normalised.at(verbEnd + 1));
                if (named && isFiniteSay(comma + 2, verbEnd)) {
                    return comma + 1;
                }
            }
        }
        return 0;
    }

    private int wordEnd(int from) {
        int end = from;
        while (normalised.letter(end)) {
            end++;
        }
        return end;
    }

    private boolean isFiniteSay(int from, int to) {
        long classes =
                Lexicon.english().classes(normalised.text.substring(from, to).toLowerCase(Locale.ROOT));
        return (classes & WordClass.SAY.bit) != 0 && (classes & WordClass.FINITE.bit) != 0;
    }

    /** Where a reporting clause begins that ends the paragraph (", Ann Lee said."); 0 without one. */
    private int reportAtEnd(int from, int end) {
        int comma = end;
        while (comma > from && end - comma < LONGEST_REPORT && normalised.at(comma) != ',') {
            comma--;
        }
        if (comma == from || normalised.at(comma) != ',') {
            return 0;
        }
        int word = end - 1;
        while (word > comma && normalised.letter(word - 1)) {
            word--;
        }
        return isFiniteSay(word, end - 1) ? comma + 1 : 0;
    }

    private void add(int from, int start, int end, int to, int paragraph, boolean continues) {
        found.add(QuotedSpan.trimmed(normalised, from, start, end, to, paragraph, continues));
    }
}
