package org.quotecheck.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"pt-BR, pt", "PT_br, pt", "de, de", "zh-Hant-TW, zh", "'', ''", ","})
    void primarySubtagIsWhatComesFirst(String tag, String primary) {
        assertThat(LanguageTag.primary(tag)).isEqualTo(primary);
    }
}
