package org.quotecheck.extraction;

import java.util.List;

/** The steps up to the tokens, for tests of what comes after. */
record Analysis(List<Stretch> stretches, Prose prose) {
    static Analysis of(String text) {
        Shadow shadow = new Shadow(text);
        List<Paragraph> paragraphs = Paragraph.of(shadow);
        List<Stretch> stretches = Stretches.of(shadow, paragraphs, Typography.of("en"));
        return new Analysis(stretches, Tokenizer.prose(shadow, paragraphs, stretches));
    }
}
