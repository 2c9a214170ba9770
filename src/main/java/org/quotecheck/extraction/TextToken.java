package org.quotecheck.extraction;

/** A word, a sign or a masked quotation, as the rules see it. */
final class TextToken {
    final int start;
    final int end;
    /** Lower case, with straight apostrophes; the sign itself for a sign; empty for a quotation. */
    final String word;

    final boolean capital;
    /** Index of the masked quotation, or -1. */
    final int span;

    private final long classes;

    TextToken(int start, int end, String word, boolean capital, int span, long classes) {
        this.start = start;
        this.end = end;
        this.word = word;
        this.capital = capital;
        this.span = span;
        this.classes = classes;
    }

    boolean is(WordClass wordClass) {
        return (classes & wordClass.bit) != 0;
    }

    boolean is(String other) {
        return word.equals(other);
    }

    boolean isQuotation() {
        return span >= 0;
    }

    boolean isWord() {
        return !word.isEmpty() && (Character.isLetterOrDigit(word.charAt(0)) || isHandle());
    }

    /** "@annlee": an account of a network. */
    boolean isHandle() {
        return word.length() > 1 && word.charAt(0) == '@';
    }

    boolean endsSentence() {
        return word.length() == 1 && ".?!\u2026".contains(word);
    }
}
