package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real article on which the engine is accepted; it is not ours to keep here. */
class AcceptanceArticleTest {
    private static final Path ARTICLES = Path.of(System.getProperty("quotecheck.shared", "../shared"), "articles");

    private List<Quotation> found;
    private JsonNode expected;

    @BeforeEach
    void readArticle() throws IOException {
        Path article = ARTICLES.resolve("russia-security-demands.txt");
        assumeTrue(Files.exists(article), "the shared articles are not here");
        found = QuotationExtractor.extract(Files.readString(article), "en");
        expected = new ObjectMapper()
                .readTree(
                        ARTICLES.resolve("russia-security-demands.quotes.json").toFile())
                .get("quotes");
    }

    @Test
    void everyQuotationIsFoundAndNoOther() {
        assertThat(found.stream().map(AcceptanceArticleTest::described).toList())
                .isEqualTo(expected.valueStream()
                        .map(AcceptanceArticleTest::described)
                        .toList());
    }

    @Test
    void everySpeakerHasTheFullName() {
        for (int i = 0; i < expected.size(); i++) {
            List<String> names = new ArrayList<>();
            expected.get(i).path("speakerOneOf").forEach(n -> names.add(n.asText()));
            if (names.isEmpty()) {
                names.add(expected.get(i).get("speaker").asText());
            }
            assertThat(found.get(i).speaker().name()).as(found.get(i).exact()).isIn(names);
        }
    }

    private static String described(Quotation quotation) {
        String parts = String.join(
                " | ",
                quotation.parts().stream()
                        .map(p -> p.start() + "-" + p.end() + " " + p.exact())
                        .toList());
        return parts + " # " + quotation.kind().name().toLowerCase(Locale.ROOT) + ", "
                + quotation.attribution().exact() + " " + quotation.cue();
    }

    private static String described(JsonNode quotation) {
        String parts = String.join(
                " | ",
                quotation
                        .get("parts")
                        .valueStream()
                        .map(p -> p.get("start") + "-" + p.get("end") + " "
                                + p.get("exact").asText())
                        .toList());
        return parts + " # " + quotation.get("kind").asText() + ", "
                + quotation.get("attribution").asText() + " "
                + quotation.get("cue").asText();
    }
}
