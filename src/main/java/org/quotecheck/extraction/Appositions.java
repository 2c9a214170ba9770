package org.quotecheck.extraction;

import org.quotecheck.extraction.NounPhrase.MentionType;

/**
 * Tells who speaks where a name and a description of the person stand on either side of a comma: "Rosa Lind, a teacher,
 * said".
 */
final class Appositions {
    private static final int FARTHEST = 70;

    private final Prose prose;
    private final NounPhrases phrases;

    Appositions(Prose prose, NounPhrases phrases) {
        this.prose = prose;
        this.phrases = phrases;
    }

    /**
     * The subject of a verb that a comma precedes: "Rosa Lind, 71, whose husband, Olaf, built the mill, said". It is
     * the leftmost phrase before a comma that starts its clause, a name rather than a description.
     */
    NounPhrase beforeComma(int comma, int floor) {
        NounPhrase best = null;
        for (int i = comma; i > floor && comma - i < FARTHEST && !prose.at(i).isQuotation(); i--) {
            if (!prose.at(i).is(",")) {
                continue;
            }
            NounPhrase phrase = phrases.endingAt(i - 1, floor);
            if (best != null && best.from() == i + 1 && isAssistant(phrase)) {
                return phrase;
            }
            if (phrase != null
                    && (startsClause(phrase.from(), floor) || followsPlace(phrase, floor))
                    && !isAdverbial(phrase)
                    && (best == null || phrase.isName() && !isTitleOf(phrase, best) || !best.isName())) {
                best = phrase;
            }
        }
        return joined(best, floor);
    }

    /** "Ann Lee and her deputy, | Luis Vega, said": both speak. */
    private NounPhrase joined(NounPhrase name, int floor) {
        boolean named =
                name != null && name.isName() && prose.at(name.from() - 1).is(",");
        NounPhrase role = named ? phrases.endingAt(name.from() - 2, floor) : null;
        boolean second = role != null
                && role.type() == MentionType.DESCRIPTION
                && prose.at(role.from() - 1).is("and");
        NounPhrase first = second ? phrases.endingAt(role.from() - 2, floor) : null;
        boolean both = first != null && first.isName() && NameParts.and(prose, first.headFrom(), name.headTo()) > 0;
        return both ? new NounPhrase(first.from(), name.to(), first.headFrom(), name.headTo(), MentionType.NAME) : name;
    }

    /** "An aide to the head of the port, Luis Vega, said": the name is that of the head, who does not speak. */
    private boolean isAssistant(NounPhrase phrase) {
        if (phrase == null
                || !prose.at(phrase.from()).is("a") && !prose.at(phrase.from()).is("an")
                || !phrase.head(prose).is(WordClass.ROLE)) {
            return false;
        }
        for (int i = phrase.from(); i + 2 < phrase.to(); i++) {
            if (prose.at(i).is(WordClass.PREPOSITION)
                    && prose.at(i + 1).is("the")
                    && prose.at(i + 2).is(WordClass.ROLE)) {
                return true;
            }
        }
        return false;
    }

    /** "Danish Fisheries Minister, Rosa Lind, said": the capitals before the comma are what she is. */
    private boolean isTitleOf(NounPhrase phrase, NounPhrase name) {
        TextToken last = prose.at(phrase.headTo() - 1);
        return name.isName()
                && name.headTo() - name.headFrom() > 1
                && prose.at(name.from() - 1).is(",")
                && prose.at(name.from() - 2) == last
                && (last.is(WordClass.ROLE) || last.is(WordClass.TITLE))
                && !last.is(WordClass.MALE)
                && !last.is(WordClass.FEMALE);
    }

    /**
     * "Rosa Lind, president and director of the mill | said": the name before a description that follows it without an
     * article.
     */
    NounPhrase named(NounPhrase phrase, int floor) {
        TextToken role = phrase == null ? Prose.NOTHING : prose.at(phrase.from());
        boolean roleFirst = role.is(WordClass.ROLE)
                && (!role.capital || prose.at(phrase.from() + 1).is("of"));
        if (!roleFirst && !endsInRole(phrase)) {
            return phrase;
        }
        int before = phrase.from() - 1;
        while (before > floor
                && (prose.at(before).is("and") || prose.at(before).is(WordClass.ROLE) && !prose.at(before).capital)) {
            before--;
        }
        NounPhrase name = before > floor && prose.at(before).is(",") ? phrases.endingAt(before - 1, floor) : null;
        boolean longer = phrase.to() > phrase.from() + 1;
        return longer
                        && name != null
                        && name.isName()
                        && !prose.at(name.headFrom()).is(WordClass.DAY)
                ? name
                : phrase;
    }

    /** "harbour spokesperson": a description without an article that ends in what somebody is. */
    private boolean endsInRole(NounPhrase phrase) {
        return phrase != null
                && phrase.type() == MentionType.DESCRIPTION
                && phrase.to() > phrase.from() + 1
                && prose.at(phrase.to() - 1).is(WordClass.ROLE)
                && !prose.at(phrase.to() - 1).word.endsWith("s")
                && !prose.at(phrase.from()).capital
                && !prose.at(phrase.from()).is(WordClass.DETERMINER)
                && !prose.at(phrase.from()).is(WordClass.POSSESSIVE);
    }

    /** "Monday", "Yesterday", "Last night": when it happened, not who spoke. */
    private boolean isAdverbial(NounPhrase phrase) {
        TextToken head = prose.at(phrase.headFrom());
        TextToken last = prose.at(phrase.to() - 1);
        return phrases.isDate(phrase.headFrom())
                || last.is(WordClass.TIME)
                || phrase.to() - phrase.from() == 1 && head.is(WordClass.ADVERB);
    }

    /** "Outside the hall | Ann Lee": the preposition that opens the sentence takes what stands before the name. */
    private boolean followsPlace(NounPhrase phrase, int floor) {
        return phrase.isName()
                && phrase.from() == floor + 1
                && phrase.headFrom() > phrase.from()
                && phrases.isPlacePreposition(floor);
    }

    private boolean startsClause(int i, int floor) {
        TextToken before = prose.at(i - 1);
        return i == floor
                || before.isQuotation()
                || before.is("as")
                || !before.isWord()
                || before.is(WordClass.CONJUNCTION) && !before.is(WordClass.PREPOSITION)
                || before.is(WordClass.ADVERB)
                || before.is(WordClass.TIME)
                || before.is(WordClass.WEEK_PART)
                || phrases.isDate(i - 1);
    }
}
