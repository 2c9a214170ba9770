package org.quotecheck.extraction;

import java.util.List;

/** Finds the quotations of an article and who said them. */
public final class QuotationExtractor {
    private QuotationExtractor() {
    }

    /**
     * The article's quotations in the order of its text.
     *
     * @param text plain text, any string
     * @param language BCP 47 tag, null for English; speakers are told for English only
     * @return quotations with positions in code points of {@code text}
     */
    public static List<Quotation> extract(String text, String language) {
        Reading reading = Reading.of(text);
        Shadow shadow = new Shadow(reading.text);
        List<Paragraph> paragraphs = Paragraph.of(shadow);
        List<Stretch> stretches = Stretches.of(shadow, paragraphs);
        if (stretches.isEmpty()) {
            return List.of();
        }
        if (!isEnglish(language)) {
            return Assembly.withoutSpeakers(shadow, new Positions(reading), stretches);
        }
        Prose prose = Tokenizer.prose(shadow, paragraphs, stretches);
        return new Assembly(prose, new Positions(reading), stretches, Links.of(prose, stretches)).quotations();
    }

    private static boolean isEnglish(String language) {
        return language == null || language.isBlank() || language.regionMatches(true, 0, "en", 0, 2)
                && (language.length() == 2 || !Character.isLetter(language.charAt(2)));
    }
}
