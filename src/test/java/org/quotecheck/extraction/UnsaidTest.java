package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsaidTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee never said “we won”.",
                "“We won,” Ann Lee did not say.",
                "“We won,” Ann Lee has never claimed.",
                "Ann Lee did not call the plan “a trap”.",
                "Ann Lee refused to say “we lost”.",
                "Ann Lee declined to say whether “the money is gone”.",
                "Ann Lee denied saying “we won”.",
                "Ann Lee denied ever having said “we won”.",
                "Ann Lee stopped short of calling it “a coup”.",
                "Ann Lee left without saying “we won”.",
                "Ann Lee misquoted Bob Ray as saying “we won”.",
                "Bob Ray was wrongly quoted as saying “we won”.",
                "Ann Lee wants Bob Ray to say “we won”.",
                "Nobody said “we won”.",
                "No minister called it “a coup”.",
                "The spokeswoman declined to say whether Bob Ray had “full trust” in Ann Lee.",
            })
    void isNobodysQuotation(String text) {
        assertThat(QuotationExtractor.extract(text, "en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee said that Bob Ray refused to say “we lost”.",
                "Ann Lee declined to give names. “We won,” she said.",
                "Ann Lee shouted, “We won!” She did not say why.",
                "Ann Lee does not think it is “a coup”.",
                "Ann Lee refused to go and said “we won”.",
                "“No one knows,” Ann Lee said.",
            })
    void isStillSaidByTheOneAround(String text) {
        assertThat(QuotationExtractor.extract(text, "en"))
                .singleElement()
                .satisfies(quotation -> assertThat(quotation.speaker().name()).isEqualTo("Ann Lee"));
    }
}
