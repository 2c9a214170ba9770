package org.quotecheck.extraction;

/** Splits a name as written into titles and the name proper: "Danish Fisheries Minister | Anders Holt". */
final class NameParts {
    private NameParts() {}

    /** First token of the name proper in [from, to). */
    static int proper(Prose prose, int from, int to) {
        int start = from;
        for (int i = from; i < to - 1; i++) {
            if (isTitle(prose, i, to) && !prose.at(i + 1).is(WordClass.SUFFIX)) {
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

    /** A title, or what ends as occupations do and a given name follows: "Beekeeper | Marta Weiss". */
    private static boolean isTitle(Prose prose, int i, int to) {
        if (prose.at(i).is(WordClass.TITLE)) {
            return true;
        }
        String word = prose.at(i).word;
        TextToken next = prose.at(i + 1);
        boolean occupation = word.length() > 5
                && (word.endsWith("er")
                        || word.endsWith("or")
                        || word.endsWith("ian")
                        || word.endsWith("ist")
                        || word.endsWith("man"));
        boolean named = (next.is(WordClass.MALE) || next.is(WordClass.FEMALE)) && i + 2 < to;
        return occupation
                && named
                && !prose.at(i).is(WordClass.MALE)
                && !prose.at(i).is(WordClass.FEMALE);
    }

    /** What stood before the name proper in [from, proper) and says what the person is; null for "Mr." and nothing. */
    static String jobTitle(Prose prose, int from, int proper) {
        int first = proper;
        for (int i = proper - 1;
                i >= from && prose.at(i).isWord() && !prose.at(i).is("'s");
                i--) {
            if (prose.at(i).is(WordClass.DETERMINER)
                    || prose.at(i).is(WordClass.POSSESSIVE)
                    || isHonorific(prose.at(i))) {
                break;
            }
            first = i;
        }
        boolean job = first < proper
                && (isTitle(prose, proper - 1, proper + 2)
                        || prose.at(proper - 1).is(WordClass.ROLE));
        return job ? prose.name(first, proper) : null;
    }

    private static boolean isHonorific(TextToken token) {
        return token.is(WordClass.TITLE)
                && !token.is(WordClass.ROLE)
                && (token.is(WordClass.MALE_NOUN) || token.is(WordClass.FEMALE_NOUN));
    }

    /**
     * The "and" between two people's names in [from, to); 0 where there is none or it belongs to one name or title:
     * "Founder and CFO Vera Holt".
     */
    static int and(Prose prose, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (prose.at(i).is("and")) {
                boolean two = i - from > 1 || to - i > 2;
                int second = afterRole(prose, i + 1, to);
                boolean organization = second > i + 1
                        ? isOrganization(prose, from, i) || isOrganization(prose, second, to)
                        : isOrganization(prose, from, to);
                return two && !prose.at(i - 1).is(WordClass.TITLE) && !organization ? i : 0;
            }
        }
        return 0;
    }

    /** "her deputy, | Luis Vega": first token of the name that a comma parts from what the person is. */
    static int afterRole(Prose prose, int from, int to) {
        int name = to - 1;
        while (name > from && !prose.at(name - 1).is(",")) {
            name--;
        }
        return name;
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
        for (int i = proper(prose, from, to); i < to; i++) {
            if (prose.at(i).is(WordClass.ORGANIZATION)
                    && !prose.at(i).is(WordClass.TITLE)
                    && !(i == to - 1 && to - from > 1 && prose.at(from).is(WordClass.MALE))) {
                return true;
            }
        }
        return to - from == 1 && prose.at(from - 1).is("the");
    }
}
