package org.quotecheck.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.Quotation;
import org.quotecheck.extraction.QuotationExtractor;

/**
 * Runs the engine over annotated articles and writes what their scorer reads.
 *
 * <p>In: JSONL with {@code id}, {@code text} and perhaps {@code language}. Out: {@code id} and {@code quotes}, one for
 * each part, with {@code start} and {@code end} in code points. A speaker below the threshold is absent, as in the API.
 */
public final class Quotations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Quotations() {}

    /** Arguments: the file to read, the file to write. */
    public static void main(String[] arguments) throws IOException {
        try (var lines = Files.lines(Path.of(arguments[0]));
                var out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (String line : (Iterable<String>) lines.filter(l -> !l.isBlank())::iterator) {
                var article = JSON.readTree(line);
                var answer =
                        JSON.createObjectNode().put("id", article.path("id").asText());
                var quotes = answer.putArray("quotes");
                QuotationExtractor.extract(
                                article.path("text").asText(),
                                article.path("language").asText("en"))
                        .forEach(quotation -> write(quotation, quotes));
                out.write(answer + "\n");
            }
        }
    }

    private static void write(Quotation quotation, ArrayNode quotes) {
        for (Part part : quotation.parts()) {
            var quote = quotes.addObject()
                    .put("start", part.start())
                    .put("end", part.end())
                    .put("text", part.exact())
                    .put("cue", quotation.cue());
            if (quotation.attribution() != null) {
                quote.put("speaker_start", quotation.attribution().start())
                        .put("speaker_end", quotation.attribution().end());
            }
            var speaker = quotation.speaker() != null
                    ? quotation.speaker()
                    : quotation.candidates().isEmpty()
                            ? null
                            : quotation.candidates().getFirst();
            if (speaker != null) {
                quote.put(quotation.speaker() != null ? "speaker" : "candidate", speaker.name())
                        .put("rule", speaker.rule())
                        .put("confidence", speaker.confidence());
            }
        }
    }
}
