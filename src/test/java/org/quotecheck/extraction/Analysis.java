package org.quotecheck.extraction;

import java.util.List;

/** The steps up to the tokens, for tests of what comes after. */
record Analysis(List<QuotedSpan> spans, Prose prose) {
    static Analysis of(String text) {
        NormalisedText normalised = new NormalisedText(text);
        List<Paragraph> paragraphs = Paragraph.of(normalised);
        List<QuotedSpan> spans = QuotedSpans.of(normalised, paragraphs, Typography.of("en"));
        return new Analysis(spans, Tokenizer.prose(normalised, paragraphs, spans));
    }
}
