package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostileTextTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void nothingButMarks() {
        for (String mark :
                List.of("\"", "“", "”", "'", "‘", "«", "„", "''", "``", "\" ", "“\n", "”\n", "('", ")\n", "\"'")) {
            assertThat(extracted(mark.repeat(MEBIBYTE / mark.length())))
                    .as(mark)
                    .isEmpty();
        }
    }

    @Test
    void oneLineWithoutSpaces() {
        assertThat(extracted("a".repeat(MEBIBYTE))).isEmpty();
        assertThat(extracted('"' + "a".repeat(MEBIBYTE))).hasSizeLessThan(2);
        assertThat(extracted("a'".repeat(MEBIBYTE / 2) + "\"b\"")).hasSizeLessThan(2);
    }

    @Test
    void hundredThousandNames() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            names.append("Ann B").append(Integer.toString(i, 26)).append(", ");
        }
        assertThat(extracted(names + "said: “No.”")).hasSize(1);
        assertThat(extracted("“No,” he said. ".repeat(10) + names)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void oneSentenceOfClausesAndQuotations() {
        for (String piece : List.of(
                "“no,” he said, ",
                "he said and ",
                "Ann said “no” ",
                "the , ",
                "of the man ",
                "\"b\"said ",
                "(said ",
                "who said ",
                "\"a\", ",
                "a \"b c d e\" , ")) {
            String text = piece.repeat(MEBIBYTE / 8 / piece.length());
            assertThat(extracted(text)).as(piece).hasSizeLessThanOrEqualTo(text.length() / 3);
        }
    }

    @Test
    void endlessSentenceNextToAQuotation() {
        for (String piece : List.of(
                "the president of the ",
                "Ann Lee's ",
                "Ann Lee, ",
                "said ",
                "a said he hopes ",
                "he, said ",
                "Ann of ",
                "the mayor, ",
                "( ",
                "who said ")) {
            String text = piece.repeat(MEBIBYTE / 4 / piece.length());
            assertThat(extracted("“No way at all,” he said " + text)).as(piece).hasSize(1);
            assertThat(extracted(text + "said “no way at all.”")).as(piece).hasSizeLessThan(2);
        }
    }

    @Test
    void namesAndPronounsByTurns() {
        String text = "Ann Lee met Tom Boyd. “No,” she said. “Yes,” the mayor said. ".repeat(4_000);
        assertThat(extracted(text)).hasSize(8_000);
    }

    @Test
    void brokenCharacters() {
        for (String text : List.of(
                "",
                " ",
                "\0",
                "\ud83d",
                "\udc00\ud83d",
                "“\ud83d,” he said",
                "\0\"\0\" said\0",
                "\r\n\r",
                "\u2028“a\u2029b”",
                "\"",
                "'",
                ".",
                "said",
                "said “x”",
                ": “x”",
                "— “x” —")) {
            for (String language : new String[] {null, "", "en", "de", "x"}) {
                assertThat(QuotationExtractor.extract(text, language)).hasSizeLessThan(2);
            }
        }
    }

    private static List<Quotation> extracted(String text) {
        return QuotationExtractor.extract(text, "en");
    }
}
