package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScareQuotesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee told “Dawn and Dusk” she would run.",
                "On Tuesday’s “Dawn and Dusk,” Ann Lee said no.",
                "“It fell,” said Jon Berg, the author of “Bridges and Ferries.”",
                "The “Dawn and Dusk” star posted a film.",
                "The plan, so-called “bridge tax,” failed, Ann Lee said.",
                "The band “Loud” played on, and Ann Lee left.",
            })
    void namesAndTitlesAreNotSaid(String text) {
        assertThat(QuotationExtractor.extract(text, "en"))
                .noneMatch(q -> q.exact().matches("(Dawn|Bridges|bridge|Loud).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee called for getting the ferry program “back on track.”",
                "Ann Lee said Jon Berg “caused harm.” Then she left.",
                "Ann Lee called him “Little Jon” and left.",
                "Ann Lee proclaimed a goal of “Peace at Sea.”",
            })
    void judgementsAreSaidEvenBesideNames(String text) {
        assertThat(QuotationExtractor.extract(text, "en"))
                .singleElement()
                .satisfies(q -> assertThat(q.speaker().name()).isEqualTo("Ann Lee"));
    }
}
