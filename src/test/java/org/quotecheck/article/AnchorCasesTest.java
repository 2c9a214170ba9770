package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.QuotationExtractor;

/**
 * The cases of anchors.json: an article before and after, quotes by the positions of their parts in code points, and
 * their state and place after. A browser's implementation is held to the same ones; where a case {@code needs}
 * speakers, that is what a page's text alone does not tell.
 */
class AnchorCasesTest {

    private static final UUID ARTICLE = UUID.randomUUID();

    static List<Arguments> cases() throws IOException {
        try (var in = AnchorCasesTest.class.getResourceAsStream("/anchors.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                    .map(entry -> Arguments.of(entry.get("name").textValue(), entry))
                    .toList();
        }
    }

    @Test
    void thereAreCasesOfEveryState() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(15);
        assertThat(cases().stream()
                        .map(each -> each.get()[1].toString())
                        .toList()
                        .toString())
                .contains("\"exact\"", "\"moved\"", "\"orphaned\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void quotesAreWhereTheCaseSays(String name, JsonNode entry) {
        var before = entry.get("before").textValue();
        var after = entry.get("after").textValue();
        var known = new ArrayList<Quote>();
        entry.get("quotes").forEach(quote -> known.add(quote(before, quote)));
        var found = QuotationExtractor.extract(after, "en").stream()
                .map(quotation -> Quote.of(ARTICLE, quotation))
                .toList();
        Anchoring.merge(known, found, after);
        for (int i = 0; i < known.size(); i++) {
            var wanted = entry.get("quotes").get(i);
            assertThat(known.get(i).anchorState.toString())
                    .as(name + ", quote " + i)
                    .isEqualTo(wanted.get("state").textValue());
            if (wanted.has("now")) {
                assertThat(positions(known.get(i).parts))
                        .isEqualTo(wanted.get("now").toString());
            }
        }
    }

    private static Quote quote(String text, JsonNode wanted) {
        var parts = new ArrayList<Part>();
        wanted.get("parts")
                .forEach(part -> parts.add(
                        Part.of(text, part.get(0).intValue(), part.get(1).intValue())));
        return QuotationExtractor.extract(text, "en").stream()
                .filter(quotation -> quotation.parts().equals(parts))
                .map(quotation -> Quote.of(ARTICLE, quotation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no quotation at " + wanted));
    }

    private static String positions(List<Part> parts) {
        return parts.stream()
                .map(part -> "[" + part.start() + "," + part.end() + "]")
                .toList()
                .toString()
                .replace(" ", "");
    }
}
