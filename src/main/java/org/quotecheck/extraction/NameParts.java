package org.quotecheck.extraction;

/** Splits a name as written into titles and the name proper: "Danish Fisheries Minister | Anders Holt". */
final class NameParts {
    private NameParts() {}

    /** First token of the name proper in [from, to). */
    static int proper(Prose prose, int from, int to) {
        int start = from;
        for (int i = from; i < to - 1; i++) {
            if (prose.at(i).is(WordClass.TITLE) && !prose.at(i + 1).is(WordClass.SUFFIX)) {
                start = i + 1;
            } else if (i == start
                    && i > from
                    && (prose.at(i).is("of") || prose.at(i).is("for"))) {
                start = i + 1;
            } else if (i == start
                    && i > from
                    && prose.at(i).is(WordClass.OFFICE)
                    && prose.at(i - 1).is("of")) {
                start = i + 1;
            }
        }
        return start;
    }

    /** Last token of the surname in [from, to). */
    static int surname(Prose prose, int from, int to) {
        int last = to - 1;
        while (last > from
                && (prose.at(last).is(WordClass.SUFFIX) || prose.at(last).is(","))) {
            last--;
        }
        return last;
    }

    /** Whether the name is that of an organisation or a place rather than of a person. */
    static boolean isOrganization(Prose prose, int from, int to) {
        for (int i = from; i < to; i++) {
            if (prose.at(i).is(WordClass.ORGANIZATION)
                    && !prose.at(i).is(WordClass.TITLE)
                    && !(i == to - 1 && to - from > 1 && prose.at(from).is(WordClass.MALE))) {
                return true;
            }
        }
        return to - from == 1 && prose.at(from - 1).is("the");
    }
}
