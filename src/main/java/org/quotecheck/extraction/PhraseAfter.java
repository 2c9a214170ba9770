package org.quotecheck.extraction;

import org.quotecheck.extraction.NounPhrase.MentionType;

/** Reads the noun phrase that starts at a token. */
final class PhraseAfter {
    private static final int MOST_WORDS = 14;
    /** Possessors, tails and appositions inside one another: "the head of the office of the mayor". */
    private static final int MOST_NESTED = 5;

    private final Prose prose;
    private final NounWords words;

    PhraseAfter(Prose prose, NounWords words) {
        this.prose = prose;
        this.words = words;
    }

    /** The phrase that starts at {@code first} and ends before {@code limit}; null if there is none. */
    NounPhrase startingAt(int first, int limit) {
        return startingAt(first, limit, MOST_NESTED);
    }

    private NounPhrase startingAt(int first, int limit, int nested) {
        if (nested == 0) {
            return null;
        }
        TextToken token = prose.at(first);
        if (token.is(WordClass.PERSONAL)
                || token.is("him")
                || token.is("her") && prose.at(first + 1).is("as")) {
            return new NounPhrase(first, first + 1, first, first + 1, MentionType.PRONOUN);
        }
        if (token.is(WordClass.INDEFINITE)
                && token.is(WordClass.DETERMINER)
                && !token.capital
                && (first + 1 == limit || !prose.at(first + 1).isWord())) {
            return new NounPhrase(first, first + 1, first, first + 1, MentionType.DESCRIPTION);
        }
        int i = first;
        boolean determined = token.is(WordClass.DETERMINER) || token.is(WordClass.POSSESSIVE);
        if (determined) {
            i++;
        }
        while (i < limit
                && i - first < MOST_WORDS
                && !isVerbBehind(first, i)
                && (words.isModifier(i) && (prose.at(i).capital || !words.isNameWord(i))
                        || prose.at(i).is("'s")
                        || prose.at(i).is(WordClass.DETERMINER) && determined)) {
            i++;
            if (words.isNameWord(i)) {
                break;
            }
        }
        int nameFrom = i;
        while (i < limit
                && i - first < MOST_WORDS
                && (words.isNameWord(i) && !words.isDate(i)
                        || i > nameFrom && words.isNickname(i)
                        || joinsName(i, limit))) {
            i++;
            if (i < limit && prose.at(i).is("'s") && prose.at(i + 1).isWord()) {
                NounPhrase rest = startingAt(i + 1, limit, nested - 1);
                return rest == null ? owned(first, i + 1, limit, nested) : rest.within(first, rest.to());
            }
            if (i < limit && i > nameFrom && leadsToRole(i, limit)) {
                NounPhrase rest = startingAt(i, limit, nested - 1);
                return rest == null ? null : rest.within(first, rest.to());
            }
        }
        NounPhrase second = i > nameFrom ? joined(i, limit, nested) : null;
        if (second != null && NameParts.and(prose, nameFrom, second.headTo()) > 0) {
            return new NounPhrase(first, second.to(), nameFrom, second.headTo(), MentionType.NAME);
        }
        if (i > nameFrom) {
            return new NounPhrase(first, i, nameFrom, i, MentionType.NAME);
        }
        TextToken head = prose.at(i - 1);
        boolean speaks = determined && i > first + 1
                || i > first
                        && (head.is(WordClass.ROLE)
                                || head.is(WordClass.KIN)
                                || head.is(WordClass.ORGANIZATION)
                                || head.is(WordClass.DOCUMENT));
        return speaks ? named(new NounPhrase(first, i, first, i, MentionType.DESCRIPTION), limit, nested) : null;
    }

    /** "The crowd | cheered": after a noun, and before none. */
    private boolean isVerbBehind(int first, int i) {
        TextToken before = prose.at(i - 1);
        boolean noun = before.is(WordClass.ROLE) || before.is(WordClass.KIN) || before.is(WordClass.ORGANIZATION);
        return i > first
                && noun
                && prose.at(i).word.length() > 4
                && prose.at(i).word.endsWith("ed")
                && (prose.at(i + 1).is(WordClass.POSSESSIVE) || !words.isModifier(i + 1) && !words.isNameWord(i + 1));
    }

    /** "Berg | campaign spokesman Jon Lund". */
    private boolean leadsToRole(int i, int limit) {
        int end = i;
        while (end < limit
                && end - i < 4
                && words.isModifier(end)
                && !prose.at(end).is(WordClass.POSSESSIVE)
                && !prose.at(end).word.endsWith("ed")
                && (!prose.at(end).word.endsWith("s") || prose.at(end).is(WordClass.ROLE))) {
            if (prose.at(end).is(WordClass.ROLE)) {
                return true;
            }
            end++;
        }
        return end > i && end < limit && words.isNameWord(end) && !prose.at(end).is(WordClass.DAY);
    }

    /** "Ann Lee | and her deputy, Luis Vega": the second name; null without one. */
    private NounPhrase joined(int and, int limit, int nested) {
        boolean described = prose.at(and).is("and")
                && (prose.at(and + 1).is(WordClass.POSSESSIVE)
                        || prose.at(and + 1).is(WordClass.DETERMINER));
        NounPhrase second = described ? startingAt(and + 1, limit, nested - 1) : null;
        boolean apposed = second != null
                && second.isName()
                && prose.at(second.headFrom() - 1).is(",");
        return apposed ? second : null;
    }

    private boolean joinsName(int i, int limit) {
        TextToken token = prose.at(i);
        boolean inside =
                i + 1 < limit && prose.at(i + 1).capital && !prose.at(i + 1).is(WordClass.STARTER);
        return token.is(WordClass.PARTICLE) && (inside || prose.at(i + 1).is(WordClass.PARTICLE))
                || token.is("of")
                        && inside
                        && (isTitle(i - 1) || prose.at(i - 1).is(WordClass.ORGANIZATION))
                        && prose.at(i - 1).capital
                || (token.is("and") || token.is("&")) && inside && prose.at(i - 1).capital;
    }

    /** "Bishop of Kent", but not "Ann Bishop of Kent", whose surname it is. */
    private boolean isTitle(int i) {
        TextToken before = prose.at(i - 1);
        return prose.at(i).is(WordClass.TITLE)
                && !(before.capital && before.isWord() && !before.is(WordClass.TITLE) && !before.is(WordClass.STARTER));
    }

    /** "Berg's | introducer, Ann Lee": what belongs to a name needs no article. */
    private NounPhrase owned(int first, int owned, int limit, int nested) {
        int i = owned;
        while (i < limit && i - first < MOST_WORDS && words.isModifier(i)) {
            i++;
        }
        return i == owned ? null : named(new NounPhrase(first, i, first, i, MentionType.DESCRIPTION), limit, nested);
    }

    /**
     * "the union's president, Pedro Salas": the name after the comma is who it is; "a spokesman for the airline" keeps
     * its tail.
     */
    private NounPhrase named(NounPhrase description, int limit, int nested) {
        int i = description.to();
        if (prose.at(i).is(",") && words.isNameWord(i + 1)) {
            NounPhrase name = startingAt(i + 1, limit, nested - 1);
            TextToken after = name == null ? Prose.NOTHING : prose.at(name.to());
            if (name != null && name.isName() && (after.is(",") || after.endsSentence())) {
                return name.within(description.from(), name.to());
            }
        }
        if (i + 1 < limit && words.isTailPreposition(i)) {
            NounPhrase tail = startingAt(i + 1, limit, nested - 1);
            if (tail != null && tail.type() != MentionType.PRONOUN) {
                int comma = tail.to();
                while (comma < limit && comma - description.from() < MOST_WORDS && words.isModifier(comma)) {
                    comma++;
                }
                boolean named = prose.at(comma).is(",") && words.isNameWord(comma + 1);
                NounPhrase name = named ? startingAt(comma + 1, limit, nested - 1) : null;
                if (name != null && name.isName() && prose.at(name.to()).endsSentence()) {
                    return name.within(description.from(), name.to());
                }
                return new NounPhrase(
                        description.from(), tail.to(), description.from(), tail.to(), MentionType.DESCRIPTION);
            }
        }
        return description;
    }
}
