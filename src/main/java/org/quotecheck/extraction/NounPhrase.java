package org.quotecheck.extraction;

/**
 * Somebody or something that may speak, as tokens [from, to).
 *
 * @param headFrom first token of the name in it (titles included), or of the whole phrase if it has no name
 * @param headTo token after that
 */
record NounPhrase(int from, int to, int headFrom, int headTo, MentionType type) {
    enum MentionType {
        NAME,
        DESCRIPTION,
        PRONOUN
    }

    boolean isName() {
        return type == MentionType.NAME;
    }

    NounPhrase within(int newFrom, int newTo) {
        return new NounPhrase(newFrom, newTo, headFrom, headTo, type);
    }

    /** The name in [first, last) of several that are joined. */
    NounPhrase part(int first, int last) {
        return new NounPhrase(first, last, first, last, MentionType.NAME);
    }

    /** The word that says what it is: "official" in "a senior official of the bank". */
    TextToken head(Prose prose) {
        int i = from;
        while (i + 1 < to && !prose.at(i + 1).is(WordClass.PREPOSITION)) {
            i++;
        }
        return prose.at(i);
    }
}
