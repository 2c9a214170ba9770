package org.quotecheck.extraction;

/**
 * Somebody or something that may speak, as tokens [from, to).
 *
 * @param headFrom first token of the name in it (titles included), or of the whole phrase if it has no name
 * @param headTo token after that
 */
record NounPhrase(int from, int to, int headFrom, int headTo, Kind kind) {
    enum Kind {
        NAME,
        DESCRIPTION,
        PRONOUN
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    NounPhrase within(int newFrom, int newTo) {
        return new NounPhrase(newFrom, newTo, headFrom, headTo, kind);
    }

    /** The word that says what it is: "official" in "a senior official of the bank". */
    Token head(Prose prose) {
        int i = from;
        while (i + 1 < to && !prose.at(i + 1).is(Trait.PREPOSITION)) {
            i++;
        }
        return prose.at(i);
    }
}
