package org.quotecheck.extraction;

/** Tells the labels of a page ("READ MORE:", "Update:", "Photo:") from the names that stand before a colon. */
final class PageLabels {
    private static final int LONGEST_LABEL = 5;

    private final Prose prose;

    PageLabels(Prose prose) {
        this.prose = prose;
    }

    /**
     * Whether words before a colon are not a name: one of them is a word of labels, or a word that names hold never.
     */
    boolean isLabel(NounPhrase phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            if (isLabelWord(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the sentence is, or begins with, a label and its colon. */
    boolean startsWithLabel(int sentence) {
        int from = prose.from(sentence);
        boolean label = false;
        for (int i = from; i < Math.min(prose.to(sentence), from + LONGEST_LABEL + 1); i++) {
            if (prose.at(i).is(":")) {
                return label;
            }
            if (!prose.at(i).isWord()) {
                return false;
            }
            label |= isLabelWord(i);
        }
        return false;
    }

    private boolean isLabelWord(int i) {
        TextToken token = prose.at(i);
        return token.is(WordClass.LABEL) && !token.is(WordClass.TITLE) && !token.is(WordClass.ROLE);
    }
}
