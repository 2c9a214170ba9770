package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixteen times the text is some sixteen times the work; a quadratic rule would do 256 times as much. */
class LinearTimeTest {
    private static final int LARGE = 1 << 18;
    private static final int SMALL = LARGE / 16;
    private static final int MOST_GROWTH = 20;
    private static final String OPENING = "“We hid nothing at all,” Ann Lee said. ";
    private static final List<String> PIECES = List.of(
            "\"",
            "“",
            "”",
            "‘",
            "’",
            "'",
            "''",
            "``",
            "«",
            "»",
            "„",
            "(",
            ")",
            ",",
            ".",
            ": ",
            "; ",
            " — ",
            " ",
            "\n\n",
            "\n",
            "Ann Lee ",
            "the mayor ",
            "Mr. ",
            "O’Neil ",
            "he ",
            "who ",
            "said ",
            "to ",
            "and ",
            "that ",
            "saying ",
            "called ",
            "his claim ",
            "by ",
            "of ",
            "the ",
            "1990 ",
            "6'2\" ",
            "according to ",
            "as ",
            "’90s ",
            "\u00ad",
            "Ã©",
            "â€œ",
            "â€",
            "\ud83d\ude00",
            "\ud83d",
            "x");

    static List<String> hostile() {
        return List.of(
                "“”\"‘’'«»„``''",
                "a",
                "said he ",
                "Ann B%d, ",
                "“a ‘b “c ",
                "“‘",
                "JOHN SMITH SAID ",
                "said told asked wrote added ",
                "saying called ",
                "“a,” he said ",
                "Ann Lee said “no” and ",
                "he, who said, ",
                "his claim that ",
                "to say ",
                "“x”\n\n— Ann Lee\n\n",
                "â€œ",
                "the , said ");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void workGrowsAsTheTextDoes(String piece) {
        assertThat(work(text(piece, LARGE))).as(piece).isLessThan(MOST_GROWTH * work(text(piece, SMALL)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyMixHasSelectorsThatHold(int seed) {
        Random random = new Random(seed);
        StringBuilder mix = new StringBuilder();
        while (mix.length() < 2_000) {
            mix.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        String text = mix.toString();
        for (String language : new String[] {"en", "fr", null}) {
            int last = 0;
            for (Quotation quotation : QuotationExtractor.extract(text, language)) {
                for (Part part : quotation.parts()) {
                    assertThat(part.start()).isGreaterThanOrEqualTo(last);
                    assertThat(part).isEqualTo(Part.of(text, part.start(), part.end()));
                    last = part.end();
                }
            }
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** Characters and tokens visited. */
    private static long work(String text) {
        Reading reading = Reading.of(text);
        NormalisedText normalised = new NormalisedText(reading.text);
        assertThat(QuotationExtractor.extract(reading, normalised, "en")).hasSizeLessThanOrEqualTo(text.length() / 3);
        return normalised.visited;
    }

    private static String text(String piece, int length) {
        StringBuilder text = new StringBuilder(OPENING);
        for (int i = 0; text.length() < length; i++) {
            text.append(piece.replace("%d", Integer.toString(i, 26)));
        }
        return text.toString();
    }
}
