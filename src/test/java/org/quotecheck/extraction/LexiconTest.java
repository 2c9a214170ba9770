package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    @ParameterizedTest
    @ValueSource(strings = {"said", "says", "denied", "denies", "quipped", "told", "argued", "reaches"})
    void formsOfReportingVerbsAreBuilt(String form) {
        boolean known = (Lexicon.english().classes(form) & WordClass.FINITE.bit) != 0;
        assertThat(known).isEqualTo(!form.equals("reaches"));
    }

    @Test
    void everyWordClassHasItsBit() {
        assertThat(WordClass.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
    }
}
