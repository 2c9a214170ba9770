package org.quotecheck.checkability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckabilityTest {
    @Test
    void numbersYearsAndPastEventsRaise() {
        Checkability checkability = Checkability.of("The boat lost 2.3 million dollars in 2021.");
        assertThat(checkability.reasons()).contains("number", "year", "past_event", "number_word");
        assertThat(checkability.score()).isGreaterThan(0.7);
    }

    @Test
    void opinionPromiseQuestionAndGreetingLower() {
        Checkability checkability = Checkability.of("I think we will win, thank you, don't you agree?");
        assertThat(checkability.reasons()).contains("opinion", "promise", "question", "greeting", "self");
        assertThat(checkability.score()).isLessThan(0.05);
    }

    @Test
    void strongestReasonComesFirst() {
        assertThat(Checkability.of("we spent 12 on it").reasons()).startsWith("number");
        assertThat(Checkability.of("is it so, and will it be?").reasons()).startsWith("question");
    }

    @Test
    void factsRankAboveOpinions() {
        List<String> facts = List.of(
                "Unemployment fell to 4.1 percent last year,",
                "She voted against the bill three times.",
                "We have built more homes since 1998 than any town in the county");
        List<String> others = List.of(
                "I hope that we shall all do better.", "What would you do?", "a wonderful evening", "Let’s go.", "no");
        for (String fact : facts) {
            for (String other : others) {
                assertThat(Checkability.of(fact).score())
                        .as(fact + " / " + other)
                        .isGreaterThan(Checkability.of(other).score() + 0.1);
            }
        }
    }

    @Test
    void yearIsNotANumber() {
        assertThat(Checkability.of("in 1998").reasons()).contains("year").doesNotContain("number");
        assertThat(Checkability.of("in the 1990s").reasons()).contains("year").doesNotContain("number");
        assertThat(Checkability.of("in 1,998 towns").reasons())
                .contains("number")
                .doesNotContain("year");
    }

    @Test
    void wordsInCurlyMarksAndApostrophesAreTheSame() {
        assertThat(Checkability.of("“They’ll” win")).isEqualTo(Checkability.of("\"They'll\" win"));
    }

    @Test
    void anyTextHasAScore() {
        for (String text : List.of(
                "",
                " ",
                "?",
                "...",
                "'",
                "\ud83d",
                ".".repeat(1 << 20) + "a",
                "1,".repeat(1 << 19),
                "a ".repeat(1 << 19),
                "?".repeat(1 << 20))) {
            assertThat(Checkability.of(text).score()).isBetween(0.0, 1.0);
        }
    }
}
