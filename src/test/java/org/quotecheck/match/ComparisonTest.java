package org.quotecheck.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Small words that make another claim of the same words: denials, bounds, conditions, who does what. */
class ComparisonTest {

    /** DENY: never the same claim. FLAG: near, with a reason against it. SAME: nothing speaks against it. */
    enum Meaning {
        DENY,
        FLAG,
        SAME
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/match/kinds.txt", delimiter = '|')
    void smallWordsCount(Meaning meaning, String language, String claim, String other) {
        var comparison = compare(claim, other, language);
        switch (meaning) {
            case DENY -> assertThat(comparison.score()).as("%s", comparison).isLessThanOrEqualTo(0.6);
            case FLAG -> assertThat(comparison.score()).as("%s", comparison).isLessThanOrEqualTo(0.85);
            case SAME -> assertThat(comparison.score()).as("%s", comparison).isGreaterThanOrEqualTo(0.8);
        }
    }

    @Test
    void claimantsInAnotherSpellingAreOne() {
        var claim = Statement.of("We sold 12 parks.", "en");
        assertThat(Comparison.of(claim, "Mohamed al-Rahmani", claim, "Muhammad Al Rahmani")
                        .score())
                .isEqualTo(1);
        assertThat(Comparison.of(claim, "Martin Lund", claim, "Morten Lind").score())
                .isLessThan(Comparison.SAME);
    }

    @Test
    void sentenceOfALongTextIsCompared() {
        var filler = "Please pass this on to everybody in your family before tonight. ".repeat(200);
        var asked = Statement.of(filler + "The Tarn tunnel is 9 km long. " + filler, "en");
        assertThat(Comparison.ofLonger(
                                asked,
                                asked.sentences(),
                                null,
                                Statement.of("The Tarn tunnel is 9 km long", "en"),
                                null)
                        .reasons())
                .doesNotContain(Reason.of(Reason.Why.IN_LONGER_TEXT));
        var near = Statement.of("Read this! The Tarn tunnel is 9 km long. " + filler, "en");
        assertThat(Comparison.ofLonger(
                                near, near.sentences(), null, Statement.of("The Tarn tunnel is 9 km long", "en"), null)
                        .reasons())
                .contains(Reason.of(Reason.Why.IN_LONGER_TEXT));
    }

    @Test
    void hostileTextsAreComparedInBoundedTime() {
        Stream.of(
                        "a\u0301".repeat(3000),
                        "9".repeat(5000),
                        "not ".repeat(3000),
                        "€".repeat(2000),
                        "5m ".repeat(2000),
                        "? ".repeat(4000))
                .map(text -> Statement.of(text, null))
                .forEach(text -> assertThat(Comparison.ofLonger(text, text.sentences(), null, text, null)
                                .score())
                        .isBetween(0.0, 1.0));
    }

    private static Comparison compare(String claim, String other, String language) {
        var asked = Statement.of(other, language);
        return Comparison.ofLonger(asked, asked.sentences(), null, Statement.of(claim, language), null);
    }
}
