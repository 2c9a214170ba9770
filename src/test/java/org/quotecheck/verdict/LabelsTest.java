package org.quotecheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de", "es", "ru", "uk", "ar", "pt", "pl", "it"})
    void everyLanguageHasItsOwnWords(String language) {
        assertThat(Labels.resolve(language)).isEqualTo(language);
        for (var verdict : QuoteVerdict.values()) {
            assertThat(Labels.of(verdict, language))
                    .isNotBlank()
                    .matches(label -> language.equals("en") || !label.equals(Labels.of(verdict, "en")));
        }
        assertThat(Labels.MISSING).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pt-BR, pt", "PT, pt", "de_AT, de", "zh-Hant, en", "'', en", ", en"})
    void languageIsFoundByItsFirstSubtag(String asked, String language) {
        assertThat(Labels.resolve(asked)).isEqualTo(language);
        assertThat(Labels.of(Rating.MIXED, asked)).isEqualTo(Labels.of(Rating.MIXED, language));
    }

    @Test
    void missingLabelsAreNamed() {
        var whole = new Properties();
        for (var rating : Rating.values()) {
            whole.setProperty("rating." + rating, "x");
        }
        for (var verdict : QuoteVerdict.values()) {
            whole.setProperty("quote_verdict." + verdict, "x");
        }
        var broken = new Properties();
        broken.putAll(whole);
        broken.remove("rating.mixed");
        broken.setProperty("quote_verdict.exact", " ");
        assertThat(Labels.missing(Map.of("en", whole, "xx", broken)))
                .containsExactly("xx: quote_verdict.exact", "xx: rating.mixed");
    }
}
