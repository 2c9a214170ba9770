package org.quotecheck.extraction;

import java.util.List;

/** Finds the quotations of an article and who said them. */
public final class QuotationExtractor {
    private QuotationExtractor() {}

    /**
     * The article's quotations in the order of its text.
     *
     * @param text plain text, any string
     * @param language BCP 47 tag, judged from the text where null or blank; speakers are found for English, and where a
     *     clause inside the marks names them
     * @return quotations with positions in code points of {@code text}
     */
    public static List<Quotation> extract(String text, String language) {
        Reading reading = Reading.of(text);
        return extract(reading, new NormalisedText(reading.text), language);
    }

    static List<Quotation> extract(Reading reading, NormalisedText normalised, String language) {
        List<Paragraph> paragraphs = Paragraph.of(normalised);
        String spoken = Language.of(language, normalised);
        Typography typography = Typography.of(spoken);
        List<QuotedSpan> spans = QuotedSpans.of(normalised, paragraphs, typography);
        if (spans.isEmpty()) {
            return List.of();
        }
        if (!spoken.equals(Language.ENGLISH)) {
            return new SpansAlone(normalised, typography, new Positions(reading), spans).quotations();
        }
        Prose prose = Tokenizer.prose(normalised, paragraphs, spans);
        return new Assembly(prose, new Positions(reading), spans, Attributions.of(prose, spans)).quotations();
    }
}
