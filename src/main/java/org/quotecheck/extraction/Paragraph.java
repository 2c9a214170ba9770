package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A paragraph of the text, UTF-16 offsets without the surrounding blanks; only prose holds quotations. */
record Paragraph(int start, int end, boolean prose) {
    private static final int LONGEST_CREDIT = 100;
    private static final int LONGEST_LABEL = 60;
    private static final String SENTENCE_ENDS = ".!?:,;\"'\u201d\u201c\u00bb\u00ab\u2026\u3002\uff01\uff1f\u300d\u300f";

    /** All paragraphs. A single line end inside a sentence does not part two paragraphs. */
    static List<Paragraph> of(NormalisedText normalised) {
        List<Paragraph> all = new ArrayList<>();
        int start = 0;
        while (start < normalised.length()) {
            while (start < normalised.length() && normalised.blank(start)) {
                start++;
            }
            int end = lineEnd(normalised, start);
            while (end < normalised.length() && sentenceGoesOn(normalised, end)) {
                end = lineEnd(normalised, end + 1);
            }
            int last = end;
            while (last > start && normalised.blank(last - 1)) {
                last--;
            }
            if (last > start) {
                all.add(new Paragraph(start, last, true));
            }
            start = end + 1;
        }
        all.replaceAll(p -> new Paragraph(p.start, p.end, all.size() == 1 || p.reads(normalised, p == all.getFirst())));
        return all;
    }

    private static int lineEnd(NormalisedText normalised, int from) {
        int end = from;
        while (end < normalised.length() && normalised.at(end) != '\n') {
            end++;
        }
        return end;
    }

    private static boolean sentenceGoesOn(NormalisedText normalised, int lineEnd) {
        char last = normalised.at(lineEnd - 1);
        char next = normalised.at(lineEnd + 1);
        return (normalised.letter(lineEnd - 1) || last == ',') && next >= 'a' && next <= 'z';
    }

    private boolean reads(NormalisedText normalised, boolean first) {
        return !(isCaption(normalised) && !reports(normalised))
                && !(first && normalised.at(end - 1) != ':' && isTitleCase(normalised) && !hasFiniteVerb(normalised))
                && (endsAsSentence(normalised)
                        || isLabelled(normalised)
                        || isSignature(normalised)
                        || !isListItem(normalised) && !isHeading(normalised));
    }

    /** "— Ann Lee, engineer" */
    private boolean isSignature(NormalisedText normalised) {
        int name = start + 1;
        while (normalised.at(name) == ' ') {
            name++;
        }
        return normalised.at(start) == '\u2014'
                && Character.isUpperCase(normalised.at(name))
                && end - start < LONGEST_CREDIT;
    }

    /** "Mayor Lee: ‘We have no water’": a name, a colon and nothing but words in single marks. */
    private boolean isLabelled(NormalisedText normalised) {
        if ("'\u2018\u2019".indexOf(normalised.at(end - 1)) < 0) {
            return false;
        }
        for (int i = start; i < end && i - start < LONGEST_LABEL; i++) {
            if (normalised.at(i) == ':') {
                return "'\u2018".indexOf(normalised.at(i + 2)) >= 0;
            }
        }
        return false;
    }

    private boolean endsAsSentence(NormalisedText normalised) {
        boolean single = normalised.at(end - 1) == '\'' && normalised.at(end - 2) != '\'';
        int last = single ? end - 2 : end - 1;
        return SENTENCE_ENDS.indexOf(normalised.at(last)) >= 0;
    }

    private boolean isListItem(NormalisedText normalised) {
        return "\u2022*\u00b7\u25cf\u25aa\u25b6>".indexOf(normalised.at(start)) >= 0;
    }

    /** Few words, most of them capitalised, or none of the marks that quote speech. */
    private boolean isHeading(NormalisedText normalised) {
        int words = 0;
        int capitals = 0;
        boolean marks = false;
        for (int i = start; i < end && words < 30; i++) {
            marks |= "\"\u201c\u201d\u00ab\u201e".indexOf(normalised.at(i)) >= 0;
            if (normalised.letter(i) && !normalised.letter(i - 1) && normalised.at(i - 1) != '\'') {
                words++;
                capitals += Character.isUpperCase(normalised.at(i)) ? 1 : 0;
            }
        }
        return words < 30 && (!marks || capitals * 10 > words * 6);
    }

    /** A headline, even one that ends in a full stop: "Mayor Sees New Chance for Harbour Deal." */
    private boolean isTitleCase(NormalisedText normalised) {
        int words = 0;
        int capitals = 0;
        for (int i = start; i < end && words < 30; i++) {
            if (normalised.letter(i) && !normalised.letter(i - 1) && normalised.at(i - 1) != '\'') {
                words++;
                capitals += Character.isUpperCase(normalised.at(i)) ? 1 : 0;
            }
        }
        return words > 4 && words < 30 && capitals * 10 >= words * 7;
    }

    /** A photograph's credit in brackets ends the paragraph: "(Per Lind/Pool/Nordbild)", but not "(24/7)". */
    private boolean isCaption(NormalisedText normalised) {
        if (normalised.at(end - 1) != ')') {
            return false;
        }
        int open = end - 1;
        boolean slash = false;
        while (open > start && end - open < LONGEST_CREDIT && normalised.at(open) != '(') {
            slash |= normalised.at(open) == '/'
                    && normalised.letter(open - 1)
                    && Character.isUpperCase(normalised.at(open + 1));
            open--;
        }
        boolean sentence = ".!?".indexOf(normalised.at(end - 2)) >= 0;
        return slash || !sentence && holds(normalised, WordClass.CREDIT, open, end);
    }

    /** Whether words of the paragraph are quoted and somebody says them. */
    private boolean reports(NormalisedText normalised) {
        int marks = 0;
        for (int i = start; i < end && marks == 0; i++) {
            marks += "\"\u201c\u201d\u00ab\u201e".indexOf(normalised.at(i)) >= 0 ? 1 : 0;
        }
        return marks > 0 && hasLowerCase(normalised, WordClass.SAY.bit, WordClass.FINITE.bit);
    }

    /** "Mayor Ann Lee And Her Deputy Tom Boyd met": a headline in title case capitalises its verbs too. */
    private boolean hasFiniteVerb(NormalisedText normalised) {
        return hasLowerCase(normalised, WordClass.SAY.bit, WordClass.FINITE.bit)
                || hasLowerCase(normalised, WordClass.FINITE_VERB.bit, WordClass.FINITE_VERB.bit);
    }

    private boolean hasLowerCase(NormalisedText normalised, long one, long other) {
        for (int i = start; i < end; i++) {
            if (normalised.letter(i) && !normalised.letter(i - 1) && Character.isLowerCase(normalised.at(i))) {
                long classes = classes(normalised, i);
                if ((classes & one) != 0 && (classes & other) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(NormalisedText normalised, WordClass wordClass, int from, int to) {
        for (int i = from; i < to; i++) {
            if (normalised.letter(i) && !normalised.letter(i - 1) && (classes(normalised, i) & wordClass.bit) != 0) {
                return true;
            }
        }
        return false;
    }

    private static long classes(NormalisedText normalised, int from) {
        int to = from;
        while (normalised.letter(to)) {
            to++;
        }
        return Lexicon.english().classes(normalised.text.substring(from, to).toLowerCase(Locale.ROOT));
    }
}
