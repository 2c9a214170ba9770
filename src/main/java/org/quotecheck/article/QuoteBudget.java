package org.quotecheck.article;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.Quotation;

/**
 * How many quotes an answer can hold: a Lambda function's may have 6 MB, and what a quote is in JSON depends on its
 * words. The sizes are upper bounds.
 */
final class QuoteBudget {

    private static final int BYTES = 5_000_000;
    /** Names of members, numbers, ids and everything else that is short. */
    private static final int QUOTE = 800;

    private static final int PART = 100;

    private int left = BYTES;

    /** Whether one more fits, in which case its room is taken. */
    boolean takes(Quote quote, Article article) {
        left -= QUOTE
                + size(quote.parts)
                + (quote.fragment == null ? 0 : quote.fragment.length())
                + article.url.length()
                + (quote.attribution == null ? 0 : bytes(quote.attribution.exact()))
                + names(quote);
        return left >= 0;
    }

    boolean takes(Quotation quotation) {
        left -= QUOTE
                + size(quotation.parts())
                + (quotation.attribution() == null
                        ? 0
                        : bytes(quotation.attribution().exact()));
        return left >= 0;
    }

    private static int names(Quote quote) {
        int bytes = quote.speaker == null ? 0 : bytes(quote.speaker.name());
        return bytes
                + (quote.speakerCandidates == null
                        ? 0
                        : quote.speakerCandidates.stream()
                                .mapToInt(speaker -> QUOTE / 8 + bytes(speaker.name()))
                                .sum());
    }

    /** The words are there twice: as a whole, and part by part. */
    private static int size(List<Part> parts) {
        return parts.stream()
                .mapToInt(part -> PART + 2 * (bytes(part.exact()) + bytes(part.prefix()) + bytes(part.suffix())))
                .sum();
    }

    /** Of a JSON string (RFC 8259, section 7): control characters become six bytes, marks two. */
    private static int bytes(String text) {
        int escaped =
                (int) text.chars().filter(c -> c < ' ' || c == '"' || c == '\\').count();
        return text.getBytes(StandardCharsets.UTF_8).length + 5 * escaped;
    }
}
