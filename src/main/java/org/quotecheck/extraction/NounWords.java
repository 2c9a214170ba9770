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
        TextToken token = prose.at(i);
        return (token.capital
                        || token.is(WordClass.SUFFIX)
                        || token.word.length() > 1
                                && (token.word.charAt(0) == '@'
                                        || token.word.contains("'") && capitalAfterApostrophe(token)))
                && !token.is(WordClass.PRONOUN)
                && !token.is(WordClass.POSSESSIVE)
                && !token.is(WordClass.DETERMINER)
                && !token.is(WordClass.AUXILIARY)
                && !token.is("'s");
    }

    /** d'Almeida. */
    private boolean capitalAfterApostrophe(TextToken token) {
        int at = token.word.indexOf('\'');
        return at < 3 && Character.isUpperCase(prose.normalised.at(token.start + at + 1));
    }

    /** A lower-case word that can stand inside a noun phrase. */
    boolean isModifier(int i) {
        TextToken token = prose.at(i);
        return token.isWord()
                        && !token.capital
                        && !token.is(WordClass.PREPOSITION)
                        && !token.is(WordClass.CONJUNCTION)
                        && !token.is(WordClass.FINITE_VERB)
                        && !token.is(WordClass.AUXILIARY)
                        && !token.is(WordClass.RELATIVE)
                        && !token.is(WordClass.PRONOUN)
                        && (!token.is(WordClass.ADVERB)
                                || token.is("first") && prose.at(i + 1).is(WordClass.FEMALE_NOUN))
                        && !(token.is(WordClass.FINITE) && !token.is(WordClass.ROLE) && !token.is(WordClass.DOCUMENT))
                        && !token.is(WordClass.ING)
                || token.capital && token.is(WordClass.COUNTRY_ADJECTIVE);
    }
}
