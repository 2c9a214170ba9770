package org.quotecheck.extraction;

/** Which words can stand in a noun phrase. */
final class NounWords {
    private final Prose prose;

    NounWords(Prose prose) {
        this.prose = prose;
    }

    boolean isTailPreposition(int i) {
        return switch (prose.at(i).word) {
            case "of", "for", "at", "from", "with", "in", "on" -> true;
            default -> false;
        };
    }

    boolean isNameWord(int i) {
        Token token = prose.at(i);
        return (token.capital
                        || token.is(Trait.SUFFIX)
                        || token.word.length() > 1
                                && (token.word.charAt(0) == '@'
                                        || token.word.contains("'") && capitalAfterApostrophe(token)))
                && !token.is(Trait.PRONOUN)
                && !token.is(Trait.POSSESSIVE)
                && !token.is(Trait.DETERMINER)
                && !token.is(Trait.AUXILIARY)
                && !token.is("'s");
    }

    /** d'Almeida. */
    private boolean capitalAfterApostrophe(Token token) {
        int at = token.word.indexOf('\'');
        return at < 3 && Character.isUpperCase(prose.shadow.at(token.start + at + 1));
    }

    /** A lower-case word that can stand inside a noun phrase. */
    boolean isModifier(int i) {
        Token token = prose.at(i);
        return token.isWord()
                        && !token.capital
                        && !token.is(Trait.PREPOSITION)
                        && !token.is(Trait.CONJUNCTION)
                        && !token.is(Trait.PAST_VERB)
                        && !token.is(Trait.AUXILIARY)
                        && !token.is(Trait.RELATIVE)
                        && !token.is(Trait.PRONOUN)
                        && (!token.is(Trait.ADVERB)
                                || token.is("first") && prose.at(i + 1).is(Trait.FEMALE_NOUN))
                        && !(token.is(Trait.FINITE) && !token.is(Trait.ROLE) && !token.is(Trait.DOCUMENT))
                        && !token.is(Trait.ING)
                || token.capital && token.is(Trait.COUNTRY_ADJECTIVE);
    }
}
