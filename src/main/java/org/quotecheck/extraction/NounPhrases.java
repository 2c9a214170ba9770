package org.quotecheck.extraction;

import org.quotecheck.extraction.NounPhrase.Kind;

/** Reads a noun phrase that ends before, or starts at, a token. Every scan is bounded, so that a text without commas stays cheap. */
final class NounPhrases {
    private static final int MOST_WORDS = 14;
    private static final int MOST_TAILS = 3;

    private final Prose prose;

    NounPhrases(Prose prose) {
        this.prose = prose;
    }

    /** The phrase whose last token is {@code last}, not reaching before {@code floor}; null if there is none. */
    NounPhrase endingAt(int last, int floor) {
        NounPhrase phrase = withoutTail(last, floor);
        for (int tails = 0; phrase != null && tails < MOST_TAILS; tails++) {
            int before = phrase.from() - 1;
            if (before - 1 < floor || !isTailPreposition(before)) {
                break;
            }
            NounPhrase head = withoutTail(before - 1, floor);
            if (head == null || head.kind() == Kind.PRONOUN) {
                break;
            }
            phrase = head.within(head.from(), phrase.to());
        }
        return phrase;
    }

    private boolean isTailPreposition(int i) {
        return switch (prose.at(i).word) {
            case "of", "for", "at", "from", "with", "in", "on" -> true;
            default -> false;
        };
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
        Token token = prose.at(end);
        if (end < floor || !token.isWord()) {
            return null;
        }
        if (token.is(Trait.PERSONAL) || token.is("others")) {
            return new NounPhrase(end, last + 1, end, end + 1, Kind.PRONOUN);
        }
        if (isNameWord(end)) {
            return nameEndingAt(end, floor).within(-1, last + 1) instanceof NounPhrase name ? widened(name, floor) : null;
        }
        return descriptionEndingAt(end, last, floor);
    }

    private NounPhrase nameEndingAt(int end, int floor) {
        int from = end;
        while (from > floor && end - from < MOST_WORDS && continuesName(from - 1, floor)) {
            from--;
        }
        while (from < end && (!prose.at(from).capital && !prose.at(from).is(Trait.PARTICLE) || prose.at(from).is(Trait.STARTER) && !prose.at(from).is(Trait.TITLE))) {
            from++;
        }
        return new NounPhrase(from, end + 1, from, end + 1, Kind.NAME);
    }

    private boolean continuesName(int i, int floor) {
        Token token = prose.at(i);
        if (isNameWord(i) || token.is(Trait.PARTICLE) || token.is("&")) {
            return !token.is(Trait.DAY) || prose.at(i - 1).capital;
        }
        boolean betweenCapitals = i > floor && prose.at(i - 1).capital && prose.at(i + 1).capital;
        return betweenCapitals && (token.is("of") && (prose.at(i - 1).is(Trait.TITLE) || prose.at(i - 1).is(Trait.ROLE) || prose.at(i - 1).is(Trait.ORGANIZATION))
                || token.is("and") && isNameWord(i - 1) && !prose.at(i - 1).is(Trait.STARTER) && joinsSpeakers(i, floor));
    }

    /** "Eva Holm and Jan Berg said": the first name of the two starts its clause. */
    private boolean joinsSpeakers(int and, int floor) {
        int from = and - 1;
        while (from > floor && and - from < 5 && isNameWord(from - 1)) {
            from--;
        }
        return from == floor || prose.at(from - 1).isQuotation() || prose.at(from - 1).is(",");
    }

    boolean isNameWord(int i) {
        Token token = prose.at(i);
        return (token.capital || token.is(Trait.SUFFIX) || token.word.length() > 1 && (token.word.charAt(0) == '@' || token.word.contains("'") && capitalAfterApostrophe(token)))
                && !token.is(Trait.PRONOUN) && !token.is(Trait.POSSESSIVE) && !token.is(Trait.DETERMINER) && !token.is(Trait.AUXILIARY) && !token.is("'s");
    }

    /** d'Almeida. */
    private boolean capitalAfterApostrophe(Token token) {
        int at = token.word.indexOf('\'');
        return at < 3 && Character.isUpperCase(prose.shadow.at(token.start + at + 1));
    }

    /** Takes in what stands before the name: "political scientist", "the union's president", "Gallup's". */
    private NounPhrase widened(NounPhrase name, int floor) {
        int from = name.headFrom();
        int accepted = from;
        while (from > floor && name.to() - from < MOST_WORDS) {
            Token before = prose.at(from - 1);
            if (before.is(Trait.DETERMINER) || before.is(Trait.POSSESSIVE)) {
                accepted = from - 1;
                break;
            }
            if (before.is("'s")) {
                from = from - 1;
            } else if (!isModifier(from - 1) && !isNameWord(from - 1)) {
                break;
            } else {
                from--;
                if (prose.at(from).is(Trait.ROLE) || prose.at(from).is(Trait.TITLE) || prose.at(from).is(Trait.KIN) || isNameWord(from) || accepted == from + 1) {
                    accepted = from;
                }
            }
        }
        return new NounPhrase(accepted, name.to(), name.headFrom(), name.headTo(), Kind.NAME);
    }

    private NounPhrase descriptionEndingAt(int end, int last, int floor) {
        Token head = prose.at(end);
        if (!isModifier(end) && !head.is(Trait.ROLE) && !head.is(Trait.DOCUMENT) && !head.is("one")) {
            return null;
        }
        int from = end;
        boolean determined = head.is(Trait.DETERMINER);
        while (from > floor && end - from < MOST_WORDS && !determined) {
            Token before = prose.at(from - 1);
            determined = before.is(Trait.DETERMINER) || before.is(Trait.POSSESSIVE);
            if (!determined && !isModifier(from - 1) && !isNameWord(from - 1) && !before.is("'s")) {
                break;
            }
            from--;
            determined |= prose.at(from).capital && prose.at(from + 1).is("'s") && !isNameWord(from - 1);
        }
        boolean speaks = head.is(Trait.ROLE) || head.is(Trait.KIN) || head.is(Trait.DOCUMENT) || head.is(Trait.ORGANIZATION)
                || head.word.endsWith("s") && prose.at(from - 1).word.isEmpty();
        if (!determined && !speaks || !determined && prose.at(from - 1).isWord() && !prose.at(from - 1).is(Trait.CONJUNCTION) && !prose.at(from - 1).is(Trait.PREPOSITION)) {
            return null;
        }
        return new NounPhrase(from, last + 1, from, end + 1, Kind.DESCRIPTION);
    }

    /** A lower-case word that can stand inside a noun phrase. */
    private boolean isModifier(int i) {
        Token token = prose.at(i);
        return token.isWord() && !token.capital && !token.is(Trait.PREPOSITION) && !token.is(Trait.CONJUNCTION) && !token.is(Trait.PAST_VERB)
                && !token.is(Trait.AUXILIARY) && !token.is(Trait.RELATIVE) && !token.is(Trait.PRONOUN) && !token.is(Trait.ADVERB)
                && !(token.is(Trait.FINITE) && !token.is(Trait.ROLE) && !token.is(Trait.DOCUMENT)) && !token.is(Trait.ING)
                || token.capital && token.is(Trait.COUNTRY_ADJECTIVE);
    }

    /** The phrase that starts at {@code first} and ends before {@code limit}; null if there is none. */
    NounPhrase startingAt(int first, int limit) {
        Token token = prose.at(first);
        if (token.is(Trait.PERSONAL) || token.is("him") || token.is("her") && prose.at(first + 1).is("as")) {
            return new NounPhrase(first, first + 1, first, first + 1, Kind.PRONOUN);
        }
        int i = first;
        boolean determined = token.is(Trait.DETERMINER) || token.is(Trait.POSSESSIVE);
        if (determined) {
            i++;
        }
        while (i < limit && i - first < MOST_WORDS && (isModifier(i) || prose.at(i).is("'s") || prose.at(i).is(Trait.DETERMINER) && determined)) {
            i++;
            if (isNameWord(i)) {
                break;
            }
        }
        int nameFrom = i;
        while (i < limit && i - first < MOST_WORDS && (isNameWord(i) && !prose.at(i).is(Trait.DAY) || joinsName(i, limit))) {
            i++;
            if (i < limit && prose.at(i).is("'s") && prose.at(i + 1).isWord()) {
                NounPhrase rest = startingAt(i + 1, limit);
                return rest == null ? null : rest.within(first, rest.to());
            }
            if (i < limit && i > nameFrom && isModifier(i) && prose.at(i).is(Trait.ROLE)) {
                NounPhrase rest = startingAt(i, limit);
                return rest == null ? null : rest.within(first, rest.to());
            }
        }
        if (i > nameFrom) {
            return new NounPhrase(first, i, nameFrom, i, Kind.NAME);
        }
        Token head = prose.at(i - 1);
        boolean speaks = determined && i > first + 1 || i > first && (head.is(Trait.ROLE) || head.is(Trait.KIN) || head.is(Trait.ORGANIZATION) || head.is(Trait.DOCUMENT));
        return speaks ? named(new NounPhrase(first, i, first, i, Kind.DESCRIPTION), limit) : null;
    }

    private boolean joinsName(int i, int limit) {
        Token token = prose.at(i);
        boolean inside = i + 1 < limit && prose.at(i + 1).capital && !prose.at(i + 1).is(Trait.STARTER);
        return token.is(Trait.PARTICLE) && (inside || prose.at(i + 1).is(Trait.PARTICLE))
                || token.is("of") && inside && (prose.at(i - 1).is(Trait.TITLE) || prose.at(i - 1).is(Trait.ORGANIZATION)) && prose.at(i - 1).capital
                || (token.is("and") || token.is("&")) && inside && prose.at(i - 1).capital;
    }

    /** "the union's president, Pedro Salas": the name after the comma is who it is; "a spokesman for the airline" keeps its tail. */
    private NounPhrase named(NounPhrase description, int limit) {
        int i = description.to();
        if (prose.at(i).is(",") && isNameWord(i + 1)) {
            NounPhrase name = startingAt(i + 1, limit);
            Token after = name == null ? Prose.NOTHING : prose.at(name.to());
            if (name != null && name.isName() && (after.is(",") || after.endsSentence())) {
                return name.within(description.from(), name.to());
            }
        }
        if (i + 1 < limit && isTailPreposition(i)) {
            NounPhrase tail = startingAt(i + 1, limit);
            if (tail != null && tail.kind() != Kind.PRONOUN) {
                return new NounPhrase(description.from(), tail.to(), description.from(), tail.to(), Kind.DESCRIPTION);
            }
        }
        return description;
    }
}
