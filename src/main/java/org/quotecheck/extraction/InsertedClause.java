package org.quotecheck.extraction;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A reporting clause that stands between commas inside one pair of marks, as French, Spanish and Italian papers print
 * it: « Nous partons, a dit Anne Lebrun, directrice, et demain. »
 *
 * @param comma the comma before the clause, in UTF-16 offsets
 * @param from first character of the clause
 * @param to after the clause
 * @param resume where the quoted words go on, the span's end if they do not
 * @param name whom the clause names; null where it is a pronoun or a description
 */
record InsertedClause(int comma, int from, int to, int resume, String name) {
    private static final Pattern PRONOUN = Pattern.compile("(-t)?-(il|elle|on)\\b");
    private static final int LONGEST_CUE = 30;
    /** In characters, with what is said of the person. */
    private static final int LONGEST_SUBJECT = 90;

    /** The clause inside the span, null without one or where another clause after the span says who spoke. */
    static InsertedClause in(NormalisedText normalised, QuotedSpan span, Typography typography) {
        if (typography.cues().isEmpty() || followedByClause(normalised, span, typography)) {
            return null;
        }
        for (int i = span.start() + 1; i < span.end(); i++) {
            if (normalised.at(i) == ',' && normalised.at(i + 1) == ' ') {
                InsertedClause clause = after(i, normalised, span, typography);
                if (clause != null) {
                    return clause;
                }
            }
        }
        return null;
    }

    private static boolean followedByClause(NormalisedText normalised, QuotedSpan span, Typography typography) {
        int i = span.to();
        while (normalised.at(i) == ' ' || normalised.at(i) == ',') {
            i++;
        }
        return cueEnd(normalised, i, typography) > 0;
    }

    private static InsertedClause after(int comma, NormalisedText normalised, QuotedSpan span, Typography typography) {
        int from = comma + 2;
        int cue = cueEnd(normalised, from, typography);
        if (cue < 0 || cue > span.end()) {
            return null;
        }
        boolean pronoun = normalised.text.substring(from, cue).indexOf('-') > 0;
        int nameFrom = normalised.at(cue) == ' ' ? cue + 1 : cue;
        int nameTo = pronoun ? nameFrom : nameEnd(normalised, nameFrom, span.end());
        int to = pronoun ? cue : pause(normalised, nameFrom, span.end());
        if (to < 0) {
            return null;
        }
        if (nameTo > nameFrom && normalised.at(to) == ',' && normalised.at(to + 1) == ' ') {
            to = afterApposition(normalised, to, span.end(), typography);
        }
        int resume = to;
        while (resume < span.end() && !Character.isLetterOrDigit(normalised.at(resume))) {
            resume++;
        }
        String name = nameTo > nameFrom ? normalised.text.substring(nameFrom, nameTo) : null;
        return new InsertedClause(comma, from, to, resume, name);
    }

    /** After a reporting verb at the position, its pronoun too ("a-t-il dit", "dit-elle"); -1 without one. */
    private static int cueEnd(NormalisedText normalised, int from, Typography typography) {
        for (int end = from; end - from <= LONGEST_CUE; end++) {
            if (!normalised.letter(end) && normalised.at(end) != '-') {
                String words = normalised.text.substring(from, end).toLowerCase(Locale.ROOT);
                if (typography.cues().contains(PRONOUN.matcher(words).replaceAll(""))) {
                    return end;
                }
                if (normalised.at(end) != ' ') {
                    return -1;
                }
            }
        }
        return -1;
    }

    /** After the words with a capital, and the particles between them, from here; the position itself without any. */
    private static int nameEnd(NormalisedText normalised, int from, int limit) {
        int end = from;
        int word = from;
        while (word < limit && normalised.letter(word)) {
            int to = word;
            while (to < limit && (normalised.letter(to) || "-'.".indexOf(normalised.at(to)) >= 0)) {
                to++;
            }
            if (Character.isUpperCase(normalised.at(word))) {
                boolean sentence = normalised.at(to - 1) == '.' && to - word > 3;
                end = sentence ? to - 1 : to;
                if (sentence) {
                    break;
                }
            } else if (end == from || to - word > 3) {
                break;
            }
            word = normalised.at(to) == ' ' ? to + 1 : limit;
        }
        return end;
    }

    /** The comma, or the end of the sentence or span, that ends the clause; -1 if it is too far to be a clause's. */
    private static int pause(NormalisedText normalised, int from, int limit) {
        for (int i = from; i <= limit && i - from <= LONGEST_SUBJECT; i++) {
            boolean sentence = ".!?;".indexOf(normalised.at(i)) >= 0
                    && !Character.isUpperCase(normalised.at(i - 1))
                    && normalised.blank(i + 1);
            if (i == limit || normalised.at(i) == ',' || sentence) {
                return i;
            }
        }
        return -1;
    }

    /** The comma behind ", directrice du port": what says who the person is begins with a role, or its article. */
    private static int afterApposition(NormalisedText normalised, int comma, int limit, Typography typography) {
        int end = comma + 2;
        for (int words = 0; words < 2; words++) {
            int word = end;
            while (normalised.letter(end)) {
                end++;
            }
            if (typography.roles().contains(normalised.text.substring(word, end).toLowerCase(Locale.ROOT))) {
                int to = pause(normalised, end, limit);
                return to < 0 ? comma : to;
            }
            end += normalised.at(end) == ' ' || normalised.at(end) == '\'' ? 1 : 0;
        }
        return comma;
    }
}
