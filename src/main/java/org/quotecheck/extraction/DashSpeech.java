package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;

/** Speech that a dash opens: "—No lo sé —dijo Juan—. Mañana veremos." */
final class DashSpeech {
    private static final char DASH = '\u2014';

    private DashSpeech() {}

    /** The words of the paragraph that are said, what stands between dashes left out; empty if no dash opens it. */
    static List<QuotedSpan> in(NormalisedText normalised, Paragraph paragraph, int index) {
        List<QuotedSpan> said = new ArrayList<>();
        if (normalised.at(paragraph.start()) != DASH) {
            return said;
        }
        boolean speaks = true;
        int from = paragraph.start() + 1;
        for (int i = from; i <= paragraph.end(); i++) {
            if (i < paragraph.end() && !(normalised.at(i) == DASH && (!speaks || interrupts(normalised, i)))) {
                continue;
            }
            if (speaks) {
                QuotedSpan words = QuotedSpan.trimmed(normalised, from - 1, from, i, i, index, !said.isEmpty());
                if (words.hasWords(normalised)) {
                    said.add(words);
                }
            }
            speaks = !speaks;
            from = i + 1;
            while (speaks && from < paragraph.end() && ",.;: ".indexOf(normalised.at(from)) >= 0) {
                from++;
            }
        }
        return said;
    }

    /** A dash that leaves the speech stands behind a pause, or close before the narrator's word. */
    private static boolean interrupts(NormalisedText normalised, int dash) {
        int before = dash - 1;
        while (normalised.at(before) == ' ') {
            before--;
        }
        boolean pause = ",.!?\u2026".indexOf(normalised.at(before)) >= 0;
        return pause || normalised.blank(dash - 1) && normalised.letter(dash + 1);
    }
}
