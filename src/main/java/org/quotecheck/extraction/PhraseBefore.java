package org.quotecheck.extraction;

import org.quotecheck.extraction.NounPhrase.MentionType;

/** Reads the noun phrase that ends before a token. Every scan is bounded, so that a text without commas stays cheap. */
final class PhraseBefore {
    private static final int MOST_WORDS = 14;
    private static final int MOST_TAILS = 3;

    private final Prose prose;
    private final NounWords words;

    PhraseBefore(Prose prose, NounWords words) {
        this.prose = prose;
        this.words = words;
    }

    /** The phrase whose last token is {@code last}, not reaching before {@code floor}; null if there is none. */
    NounPhrase endingAt(int last, int floor) {
        NounPhrase phrase = withoutTail(last, floor);
        for (int tails = 0; phrase != null && tails < MOST_TAILS; tails++) {
            int before = phrase.from() - 1;
            if (before - 1 < floor
                    || !prose.at(before).is(WordClass.PREPOSITION)
                    || prose.at(before).is(WordClass.CONJUNCTION)) {
                break;
            }
            NounPhrase head = headBefore(before, floor);
            if (head == null || head.type() == MentionType.PRONOUN) {
                break;
            }
            phrase = head.within(head.from(), phrase.to());
        }
        return phrase;
    }

    /**
     * "a man | near", "protesters marching | through", "a source familiar | with": what the preposition's phrase
     * belongs to.
     */
    private NounPhrase headBefore(int preposition, int floor) {
        if (words.isTailPreposition(preposition)) {
            NounPhrase head = withoutTail(preposition - 1, floor);
            if (head != null) {
                return head;
            }
        }
        TextToken before = prose.at(preposition - 1);
        boolean attribute =
                before.word.endsWith("ing") || before.word.endsWith("ed") || before.is(WordClass.COMPLEMENTED);
        NounPhrase head = withoutTail(attribute ? preposition - 2 : preposition - 1, floor);
        boolean describes = head != null
                && (head.type() == MentionType.DESCRIPTION
                        || head.isName() && prose.at(head.headTo() - 1).is(WordClass.ROLE));
        return describes
                        && (head.from() == floor
                                || !prose.at(head.from() - 1).isWord()
                                || prose.at(head.from() - 1).is(WordClass.CONJUNCTION))
                ? head
                : null;
    }

    private NounPhrase withoutTail(int last, int floor) {
        int end = last;
        if (prose.at(end).is(")")) {
            int open = end;
            while (open > floor && end - open < MOST_WORDS && !prose.at(open).is("(")) {
                open--;
            }
            end = open - 1;
        }
        TextToken token = prose.at(end);
        if (end < floor || !token.isWord()) {
            return null;
        }
        if (token.is(WordClass.PERSONAL)) {
            return new NounPhrase(end, last + 1, end, end + 1, MentionType.PRONOUN);
        }
        if (token.is(WordClass.INDEFINITE) && !prose.at(end - 1).is(WordClass.DETERMINER)) {
            return new NounPhrase(end, last + 1, end, end + 1, MentionType.DESCRIPTION);
        }
        if (words.isNameWord(end)) {
            NounPhrase name = nameEndingAt(end, floor);
            return name == null
                    ? null
                    : widened(name.within(name.from(), last + 1), isCutOff(name.from(), floor) ? name.from() : floor);
        }
        if (token.is(WordClass.OFFICE)
                && end - 2 > floor
                && prose.at(end - 1).is("of")
                && prose.at(end - 2).is(WordClass.ROLE)) {
            NounPhrase office = descriptionEndingAt(end - 2, end - 2, floor);
            return office == null
                    ? null
                    : new NounPhrase(office.from(), last + 1, office.headFrom(), end + 1, office.type());
        }
        return descriptionEndingAt(end, last, floor);
    }

    private NounPhrase nameEndingAt(int end, int floor) {
        int from = end;
        while (from > floor && end - from < MOST_WORDS && continuesName(from - 1, floor)) {
            from--;
        }
        while (from < end
                && (!prose.at(from).capital && !prose.at(from).is(WordClass.PARTICLE)
                        || prose.at(from).is(WordClass.STARTER)
                                && !prose.at(from).is(WordClass.TITLE)
                        || prose.at(from).is(WordClass.TIME) && prose.at(from).is(WordClass.ADVERB))) {
            from++;
        }
        from = afterPlace(from, end);
        boolean opener = from == end
                && prose.at(end).is(WordClass.STARTER)
                && !prose.at(end).is(WordClass.TITLE);
        return opener ? null : new NounPhrase(from, end + 1, from, end + 1, MentionType.NAME);
    }

    /**
     * "In Bergen | Ann Lee said": a place that opens the sentence is followed by a given name or two words of a name.
     */
    private int afterPlace(int from, int end) {
        if (!opensWithPlace(from) || end - from < 2) {
            return from;
        }
        for (int i = from + 1; i < end; i++) {
            TextToken token = prose.at(i);
            if (token.is(WordClass.TITLE) || token.is(WordClass.MALE) || token.is(WordClass.FEMALE)) {
                return i;
            }
        }
        return end - 1;
    }

    private boolean opensWithPlace(int first) {
        return prose.at(first - 1).capital && words.isPlacePreposition(first - 1);
    }

    /** Whether the word before would belong to the name if it were no place or date. */
    private boolean isCutOff(int from, int floor) {
        int first = from;
        while (first > floor
                && words.isNameWord(first - 1)
                && !prose.at(first - 1).is(WordClass.STARTER)) {
            first--;
        }
        return first < from && opensWithPlace(first);
    }

    private boolean continuesName(int i, int floor) {
        TextToken token = prose.at(i);
        if (words.isNickname(i)) {
            return true;
        }
        if (words.isNameWord(i) || token.is(WordClass.PARTICLE) || token.is("&")) {
            return !words.isDate(i);
        }
        boolean betweenCapitals = i > floor && prose.at(i - 1).capital && prose.at(i + 1).capital;
        if (betweenCapitals && token.is("and") && isInsideOrganization(i, floor)) {
            return true;
        }
        return betweenCapitals
                && ((token.is("on") || token.is("for")) && prose.at(i - 1).is(WordClass.ORGANIZATION)
                        || token.is("of")
                                && (prose.at(i - 1).is(WordClass.TITLE)
                                        || prose.at(i - 1).is(WordClass.ROLE)
                                        || prose.at(i - 1).is(WordClass.ORGANIZATION))
                        || token.is("and")
                                && words.isNameWord(i - 1)
                                && !prose.at(i - 1).is(WordClass.STARTER)
                                && joinsSpeakers(i, floor));
    }

    /** "Harbour and Ferry Administration", "Committee on Ferries and Bridges": one name holds the "and". */
    private boolean isInsideOrganization(int and, int floor) {
        int last = and + 1;
        while (prose.at(last + 1).capital && prose.at(last + 1).isWord() && last - and < MOST_WORDS) {
            last++;
        }
        int first = and - 1;
        while (first > floor
                && and - first < MOST_WORDS
                && (prose.at(first - 1).capital && !prose.at(first - 1).is(WordClass.STARTER)
                        || prose.at(first - 1).is(",") && prose.at(first - 2).capital)) {
            first--;
        }
        TextToken link = prose.at(first - 1);
        boolean headFirst = (link.is("of") || link.is("on") || link.is("for"))
                && prose.at(first - 2).is(WordClass.ORGANIZATION)
                && prose.at(first - 2).capital;
        boolean headLast = prose.at(last).is(WordClass.ORGANIZATION) && link.is("the");
        return headFirst || headLast;
    }

    /** "Eva Holm and Jan Berg said": the first name of the two starts its clause. */
    private boolean joinsSpeakers(int and, int floor) {
        int from = and - 1;
        while (from > floor && and - from < 5 && words.isNameWord(from - 1)) {
            from--;
        }
        return from == floor
                || prose.at(from - 1).isQuotation()
                || prose.at(from - 1).is(",");
    }

    /** Takes in what stands before the name: "political scientist", "the union's president", "Nordbild's". */
    private NounPhrase widened(NounPhrase name, int floor) {
        int from = name.headFrom();
        int accepted = from;
        while (from > floor && name.to() - from < MOST_WORDS) {
            TextToken before = prose.at(from - 1);
            if (before.is(WordClass.DETERMINER) || before.is(WordClass.POSSESSIVE)) {
                accepted = from - 1;
                break;
            }
            if (before.capital && before.is(WordClass.STARTER) && !before.is(WordClass.TITLE)) {
                break;
            }
            if (words.isDate(from - 1) || before.is(WordClass.TIME)) {
                break;
            }
            if (before.is("'s")) {
                from--;
            } else if (!words.isModifier(from - 1) && !words.isNameWord(from - 1)) {
                break;
            } else {
                from--;
                if (prose.at(from).is(WordClass.ROLE)
                        || prose.at(from).is(WordClass.TITLE)
                        || prose.at(from).is(WordClass.KIN)
                        || words.isNameWord(from)
                        || accepted == from + 1) {
                    accepted = from;
                }
            }
        }
        return new NounPhrase(accepted, name.to(), name.headFrom(), name.headTo(), MentionType.NAME);
    }

    /** "what | former employees have called": a plural without determiner stands first in its clause. */
    private boolean startsBarePlural(int from) {
        TextToken before = prose.at(from - 1);
        return !before.isWord()
                || words.isYear(from - 1)
                || before.is(WordClass.RELATIVE)
                || before.is("of")
                || before.is(WordClass.CONJUNCTION);
    }

    private NounPhrase descriptionEndingAt(int end, int last, int floor) {
        TextToken head = prose.at(end);
        if (head.is("the") || head.is("a") || head.is("an")) {
            return null;
        }
        if (!words.isModifier(end) && !head.is(WordClass.ROLE) && !head.is(WordClass.DOCUMENT) && !head.is("one")) {
            return null;
        }
        int from = end;
        boolean determined = head.is(WordClass.DETERMINER);
        while (from > floor && end - from < MOST_WORDS && !determined) {
            TextToken before = prose.at(from - 1);
            determined = before.is(WordClass.DETERMINER) || before.is(WordClass.POSSESSIVE);
            boolean opener = before.capital && before.is(WordClass.STARTER);
            if (!determined
                    && (opener || !words.isModifier(from - 1) && !words.isNameWord(from - 1) && !before.is("'s"))) {
                break;
            }
            from--;
            determined |= prose.at(from).capital && prose.at(from + 1).is("'s") && !words.isNameWord(from - 1);
        }
        boolean speaks = head.is(WordClass.ROLE)
                || head.is(WordClass.KIN)
                || head.is(WordClass.DOCUMENT)
                || head.is(WordClass.ORGANIZATION)
                || head.word.endsWith("s")
                        && head.word.length() > 3
                        && startsBarePlural(from)
                        && !prose.at(end + 1).is("to");
        if (!determined && !speaks
                || !determined
                        && prose.at(from - 1).isWord()
                        && !prose.at(from - 1).is(WordClass.CONJUNCTION)
                        && !prose.at(from - 1).is(WordClass.PREPOSITION)
                        && !startsBarePlural(from)) {
            return null;
        }
        return new NounPhrase(from, last + 1, from, end + 1, MentionType.DESCRIPTION);
    }
}
