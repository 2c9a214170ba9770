package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A paragraph of the text, UTF-16 offsets without the surrounding blanks; only prose holds quotations. */
record Paragraph(int start, int end, boolean prose) {
    private static final int LONGEST_CREDIT = 100;
    private static final String SENTENCE_ENDS = ".!?:,;\"'\u201d\u201c\u00bb\u00ab\u2026\u3002\uff01\uff1f\u300d\u300f";

    /** All paragraphs. A single line end inside a sentence does not part two paragraphs. */
    static List<Paragraph> of(Shadow shadow) {
        List<Paragraph> all = new ArrayList<>();
        int start = 0;
        while (start < shadow.length()) {
            while (start < shadow.length() && shadow.blank(start)) {
                start++;
            }
            int end = lineEnd(shadow, start);
            while (end < shadow.length() && sentenceGoesOn(shadow, end)) {
                end = lineEnd(shadow, end + 1);
            }
            int last = end;
            while (last > start && shadow.blank(last - 1)) {
                last--;
            }
            if (last > start) {
                all.add(new Paragraph(start, last, true));
            }
            start = end + 1;
        }
        all.replaceAll(p -> new Paragraph(p.start, p.end, all.size() == 1 || p.reads(shadow, p == all.getFirst())));
        return all;
    }

    private static int lineEnd(Shadow shadow, int from) {
        int end = from;
        while (end < shadow.length() && shadow.at(end) != '\n') {
            end++;
        }
        return end;
    }

    private static boolean sentenceGoesOn(Shadow shadow, int lineEnd) {
        char last = shadow.at(lineEnd - 1);
        char next = shadow.at(lineEnd + 1);
        return (shadow.letter(lineEnd - 1) || last == ',') && next >= 'a' && next <= 'z';
    }

    private boolean reads(Shadow shadow, boolean first) {
        return !isCaption(shadow)
                && !(first && isTitleCase(shadow))
                && (endsAsSentence(shadow) || isSignature(shadow) || !isListItem(shadow) && !isHeading(shadow));
    }

    /** "— Ann Lee, engineer" */
    private boolean isSignature(Shadow shadow) {
        int name = start + 1;
        while (shadow.at(name) == ' ') {
            name++;
        }
        return shadow.at(start) == '\u2014' && Character.isUpperCase(shadow.at(name)) && end - start < LONGEST_CREDIT;
    }

    private boolean endsAsSentence(Shadow shadow) {
        boolean single = shadow.at(end - 1) == '\'' && shadow.at(end - 2) != '\'';
        int last = single ? end - 2 : end - 1;
        return SENTENCE_ENDS.indexOf(shadow.at(last)) >= 0;
    }

    private boolean isListItem(Shadow shadow) {
        return "\u2022*\u00b7\u25cf\u25aa\u25b6>".indexOf(shadow.at(start)) >= 0;
    }

    /** Few words, most of them capitalised, or none of the marks that quote speech. */
    private boolean isHeading(Shadow shadow) {
        int words = 0;
        int capitals = 0;
        boolean marks = false;
        for (int i = start; i < end && words < 30; i++) {
            marks |= "\"\u201c\u201d\u00ab\u201e".indexOf(shadow.at(i)) >= 0;
            if (shadow.letter(i) && !shadow.letter(i - 1) && shadow.at(i - 1) != '\'') {
                words++;
                capitals += Character.isUpperCase(shadow.at(i)) ? 1 : 0;
            }
        }
        return words < 30 && (!marks || capitals * 10 > words * 6);
    }

    /** A headline, even one that ends in a full stop: "Mayor Sees New Chance for Harbour Deal." */
    private boolean isTitleCase(Shadow shadow) {
        int words = 0;
        int capitals = 0;
        for (int i = start; i < end && words < 30; i++) {
            if (shadow.letter(i) && !shadow.letter(i - 1) && shadow.at(i - 1) != '\'') {
                words++;
                capitals += Character.isUpperCase(shadow.at(i)) ? 1 : 0;
            }
        }
        return words > 4 && words < 30 && capitals * 10 >= words * 7;
    }

    /** A photograph's credit in brackets ends the paragraph: "(Peter Nicholls/Pool/Reuters)". */
    private boolean isCaption(Shadow shadow) {
        if (shadow.at(end - 1) != ')') {
            return false;
        }
        int open = end - 1;
        while (open > start && end - open < LONGEST_CREDIT && shadow.at(open) != '(') {
            open--;
        }
        String credit = shadow.text.substring(open, end).toLowerCase(Locale.ROOT);
        return credit.contains("/") && !credit.contains("http") || credit.contains("photo") || credit.contains("getty");
    }
}
