package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreferenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Maybe Lee will stay. Ann Lee thought about it. “I may,” Lee said. | Ann Lee
            Ann Lee won. Tom Boyd lost. “I am happy,” she said. | Ann Lee
            Tom Boyd met Ann Lee. “He is kind,” she said. “I know,” he said. | Ann Lee, Tom Boyd
            Mayor Ann Lee met Tom Boyd. “He is kind,” the mayor said. | Ann Lee
            Farmers do not talk. “No,” said the chief clerk of the Ferry Office. | the chief clerk of the Ferry Office
            “Yes,” said the council's head, Ann Lee. | Ann Lee
            “Yes,” said a spokeswoman for Berg hotels, Ann Lee. | Ann Lee
            """)
    void whoIsMeant(String text, String names) {
        assertThat(QuotationExtractor.extract(text, "en").stream()
                        .map(q -> q.speaker().name())
                        .toList())
                .isEqualTo(List.of(names.split(", ")));
    }

    @Test
    void pronounIsNoName() {
        Quotation only = QuotationExtractor.extract("It rained. “That is the end of it,” she said.", "en")
                .getFirst();
        assertThat(only.speaker()).isNull();
        assertThat(only.candidates()).isEmpty();
    }
}
