package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;

/** Speech that a dash opens: "—No lo sé —dijo Juan—. Mañana veremos." */
final class DashSpeech {
    private static final char DASH = '\u2014';

    private DashSpeech() {}

    /** The words of the paragraph that are said, what stands between dashes left out; empty if no dash opens it. */
    static List<Stretch> in(Shadow shadow, Paragraph paragraph, int index) {
        List<Stretch> said = new ArrayList<>();
        if (shadow.at(paragraph.start()) != DASH) {
            return said;
        }
        boolean speaks = true;
        int from = paragraph.start() + 1;
        for (int i = from; i <= paragraph.end(); i++) {
            if (i < paragraph.end() && !(shadow.at(i) == DASH && (!speaks || interrupts(shadow, i)))) {
                continue;
            }
            if (speaks) {
                Stretch words = Stretch.trimmed(shadow, from - 1, from, i, i, index, !said.isEmpty());
                if (words.hasWords(shadow)) {
                    said.add(words);
                }
            }
            speaks = !speaks;
            from = i + 1;
            while (speaks && from < paragraph.end() && ",.;: ".indexOf(shadow.at(from)) >= 0) {
                from++;
            }
        }
        return said;
    }

    /** A dash that leaves the speech stands behind a pause, or close before the narrator's word. */
    private static boolean interrupts(Shadow shadow, int dash) {
        int before = dash - 1;
        while (shadow.at(before) == ' ') {
            before--;
        }
        boolean pause = ",.!?\u2026".indexOf(shadow.at(before)) >= 0;
        return pause || shadow.blank(dash - 1) && shadow.letter(dash + 1);
    }
}
