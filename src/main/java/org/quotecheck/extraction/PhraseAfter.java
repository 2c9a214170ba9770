package org.quotecheck.extraction;

import org.quotecheck.extraction.NounPhrase.Kind;

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
        Token token = prose.at(first);
        if (token.is(Trait.PERSONAL)
                || token.is("him")
                || token.is("her") && prose.at(first + 1).is("as")) {
            return new NounPhrase(first, first + 1, first, first + 1, Kind.PRONOUN);
        }
        int i = first;
        boolean determined = token.is(Trait.DETERMINER) || token.is(Trait.POSSESSIVE);
        if (determined) {
            i++;
        }
        while (i < limit
                && i - first < MOST_WORDS
                && (words.isModifier(i) && (prose.at(i).capital || !words.isNameWord(i))
                        || prose.at(i).is("'s")
                        || prose.at(i).is(Trait.DETERMINER) && determined)) {
            i++;
            if (words.isNameWord(i)) {
                break;
            }
        }
        int nameFrom = i;
        while (i < limit
                && i - first < MOST_WORDS
                && (words.isNameWord(i) && !prose.at(i).is(Trait.DAY) || joinsName(i, limit))) {
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
        if (i > nameFrom) {
            return new NounPhrase(first, i, nameFrom, i, Kind.NAME);
        }
        Token head = prose.at(i - 1);
        boolean speaks = determined && i > first + 1
                || i > first
                        && (head.is(Trait.ROLE)
                                || head.is(Trait.KIN)
                                || head.is(Trait.ORGANIZATION)
                                || head.is(Trait.DOCUMENT));
        return speaks ? named(new NounPhrase(first, i, first, i, Kind.DESCRIPTION), limit, nested) : null;
    }

    /** "Berg | campaign spokesman Jon Lund". */
    private boolean leadsToRole(int i, int limit) {
        int end = i;
        while (end < limit
                && end - i < 4
                && words.isModifier(end)
                && !prose.at(end).word.endsWith("ed")
                && (!prose.at(end).word.endsWith("s") || prose.at(end).is(Trait.ROLE))) {
            if (prose.at(end).is(Trait.ROLE)) {
                return true;
            }
            end++;
        }
        return end > i && end < limit && words.isNameWord(end) && !prose.at(end).is(Trait.DAY);
    }

    private boolean joinsName(int i, int limit) {
        Token token = prose.at(i);
        boolean inside =
                i + 1 < limit && prose.at(i + 1).capital && !prose.at(i + 1).is(Trait.STARTER);
        return token.is(Trait.PARTICLE) && (inside || prose.at(i + 1).is(Trait.PARTICLE))
                || token.is("of")
                        && inside
                        && (prose.at(i - 1).is(Trait.TITLE) && !prose.at(i - 1).is("king")
                                || prose.at(i - 1).is(Trait.ORGANIZATION))
                        && prose.at(i - 1).capital
                || (token.is("and") || token.is("&")) && inside && prose.at(i - 1).capital;
    }

    /** "Berg's | introducer, Ann Lee": what belongs to a name needs no article. */
    private NounPhrase owned(int first, int owned, int limit, int nested) {
        int i = owned;
        while (i < limit && i - first < MOST_WORDS && words.isModifier(i)) {
            i++;
        }
        return i == owned ? null : named(new NounPhrase(first, i, first, i, Kind.DESCRIPTION), limit, nested);
    }

    /**
     * "the union's president, Pedro Salas": the name after the comma is who it is; "a spokesman for the airline" keeps
     * its tail.
     */
    private NounPhrase named(NounPhrase description, int limit, int nested) {
        int i = description.to();
        if (prose.at(i).is(",") && words.isNameWord(i + 1)) {
            NounPhrase name = startingAt(i + 1, limit, nested - 1);
            Token after = name == null ? Prose.NOTHING : prose.at(name.to());
            if (name != null && name.isName() && (after.is(",") || after.endsSentence())) {
                return name.within(description.from(), name.to());
            }
        }
        if (i + 1 < limit && words.isTailPreposition(i)) {
            NounPhrase tail = startingAt(i + 1, limit, nested - 1);
            if (tail != null && tail.kind() != Kind.PRONOUN) {
                int comma = tail.to();
                while (comma < limit && comma - description.from() < MOST_WORDS && words.isModifier(comma)) {
                    comma++;
                }
                boolean named = prose.at(comma).is(",") && words.isNameWord(comma + 1);
                NounPhrase name = named ? startingAt(comma + 1, limit, nested - 1) : null;
                if (name != null && name.isName() && prose.at(name.to()).endsSentence()) {
                    return name.within(description.from(), name.to());
                }
                return new NounPhrase(description.from(), tail.to(), description.from(), tail.to(), Kind.DESCRIPTION);
            }
        }
        return description;
    }
}
