package org.quotecheck.extraction;

import java.util.List;

/**
 * The article's tokens with its quotations masked, in sentences and paragraphs. Asked outside, it answers
 * {@link #NOTHING}.
 */
final class Prose {
    static final Token NOTHING = new Token(0, 0, "\n", false, -1, 0);

    final Shadow shadow;
    private final List<Token> tokens;
    /** First token of each sentence, and one more for the end. */
    private final int[] sentences;

    private final int[] sentenceParagraph;

    Prose(Shadow shadow, List<Token> tokens, int[] sentences, int[] sentenceParagraph) {
        this.shadow = shadow;
        this.tokens = tokens;
        this.sentences = sentences;
        this.sentenceParagraph = sentenceParagraph;
    }

    Token at(int token) {
        return token < 0 || token >= tokens.size() ? NOTHING : tokens.get(token);
    }

    int sentenceCount() {
        return sentenceParagraph.length;
    }

    int from(int sentence) {
        return sentences[sentence];
    }

    int to(int sentence) {
        return sentences[sentence + 1];
    }

    int paragraph(int sentence) {
        return sentence < 0 || sentence >= sentenceParagraph.length ? -1 : sentenceParagraph[sentence];
    }

    /** The text of tokens from to to with every blank as one space, as a name is kept. */
    String name(int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = at(from).start; i < at(to - 1).end; i++) {
            if (!shadow.blank(i)) {
                name.append(shadow.text.charAt(i));
            } else if (!shadow.blank(i - 1)) {
                name.append(' ');
            }
        }
        return name.toString();
    }

    /** The text of tokens from to to, the latter excluded. */
    String text(int from, int to) {
        return shadow.text.substring(at(from).start, at(to - 1).end);
    }
}
