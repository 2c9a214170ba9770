package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckabilityTest {
    @Test
    void numbersYearsAndPastEventsRaise() {
        Checkability checkability = Checkability.of("The boat lost 2.3 million dollars in 2021.");
        assertThat(checkability.reasons()).containsExactly("year", "number", "quantity", "past_event");
        assertThat(checkability.score()).isEqualTo(1.0);
    }

    @Test
    void opinionPromiseQuestionAndGreetingLower() {
        assertThat(Checkability.of("I think we will win, thank you, don't you agree?").reasons()).containsExactly("opinion",
                "promise", "question", "greeting");
        assertThat(Checkability.of("I think we will win, thank you, don't you agree?").score()).isZero();
    }

    @Test
    void fewWordsSayLittle() {
        assertThat(Checkability.of("fairly candid,").reasons()).containsExactly("few_words");
    }
}
