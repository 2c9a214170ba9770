package org.quotecheck.extraction;

import java.util.List;

/** Finds the quotations of an article and who said them. */
public final class QuotationExtractor {
    private QuotationExtractor() {}

    /**
     * The article's quotations in the order of its text.
     *
     * @param text plain text, any string
     * @param language BCP 47 tag, judged from the text where null or blank; speakers are told for English only
     * @return quotations with positions in code points of {@code text}
     */
    public static List<Quotation> extract(String text, String language) {
        Reading reading = Reading.of(text);
        Shadow shadow = new Shadow(reading.text);
        List<Paragraph> paragraphs = Paragraph.of(shadow);
        String spoken = Language.of(language, shadow);
        List<Stretch> stretches = Stretches.of(shadow, paragraphs, Typography.of(spoken));
        if (stretches.isEmpty()) {
            return List.of();
        }
        if (!spoken.equals(Language.ENGLISH)) {
            return Assembly.withoutSpeakers(shadow, new Positions(reading), stretches);
        }
        Prose prose = Tokenizer.prose(shadow, paragraphs, stretches);
        return new Assembly(prose, new Positions(reading), stretches, Links.of(prose, stretches)).quotations();
    }
}
