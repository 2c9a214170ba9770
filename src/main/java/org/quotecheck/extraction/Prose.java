package org.quotecheck.extraction;

import java.util.List;

/**
 * The article's tokens with its quotations masked, in sentences and paragraphs. Asked outside, it answers
 * {@relation #NOTHING}.
 */
final class Prose {
    static final TextToken NOTHING = new TextToken(0, 0, "\n", false, -1, 0);

    final NormalisedText normalised;
    private final List<TextToken> tokens;
    /** First token of each sentence, and one more for the end. */
    private final int[] sentences;

    private final int[] sentenceParagraph;

    Prose(NormalisedText normalised, List<TextToken> tokens, int[] sentences, int[] sentenceParagraph) {
        this.normalised = normalised;
        this.tokens = tokens;
        this.sentences = sentences;
        this.sentenceParagraph = sentenceParagraph;
    }

    TextToken at(int token) {
        normalised.visited++;
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
            if (!normalised.blank(i)) {
                name.append(normalised.text.charAt(i));
            } else if (!normalised.blank(i - 1)) {
                name.append(' ');
            }
        }
        return name.toString();
    }

    /** The text of tokens from to to, the latter excluded. */
    String text(int from, int to) {
        return normalised.text.substring(at(from).start, at(to - 1).end);
    }
}
