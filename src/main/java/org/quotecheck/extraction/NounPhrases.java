package org.quotecheck.extraction;

/** The noun phrases around a token. */
final class NounPhrases {
    private final Prose prose;
    private final NounWords words;
    private final PhraseBefore before;
    private final PhraseAfter after;

    NounPhrases(Prose prose) {
        this.prose = prose;
        this.words = new NounWords(prose);
        this.before = new PhraseBefore(prose, words);
        this.after = new PhraseAfter(prose, words);
    }

    /** The phrase whose last token is {@code last}, not reaching before {@code floor}; null if there is none. */
    NounPhrase endingAt(int last, int floor) {
        return before.endingAt(last, floor);
    }

    /** The phrase that starts at {@code first} and ends before {@code limit}; null if there is none. */
    NounPhrase startingAt(int first, int limit) {
        return after.startingAt(first, limit);
    }

    boolean isPlacePreposition(int token) {
        return words.isPlacePreposition(token);
    }

    boolean isNickname(int token) {
        return words.isNickname(token);
    }

    boolean isModifier(int token) {
        return words.isModifier(token);
    }

    boolean isDate(int token) {
        return words.isDate(token);
    }

    boolean isInterrogative(int token) {
        return words.isInterrogative(prose.at(token));
    }

    boolean isNameWord(int token) {
        return words.isNameWord(token);
    }
}
