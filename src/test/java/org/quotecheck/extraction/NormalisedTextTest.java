package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalisedTextTest {
    @Test
    void hasTheLengthOfTheText() {
        assertThat(new NormalisedText("a\u00a0b\u00ad🚗’").length()).isEqualTo("a\u00a0b\u00ad🚗’".length());
    }

    @Test
    void spellsSpacesApostrophesAndDashesInOneWay() {
        NormalisedText normalised = new NormalisedText("\u00a0’–\u2028");
        assertThat(new char[] {normalised.at(0), normalised.at(1), normalised.at(2), normalised.at(3)})
                .containsExactly(' ', '\'', '—', '\n');
    }

    @Test
    void isALineEndOutside() {
        assertThat(new NormalisedText("a").at(-1)).isEqualTo('\n');
        assertThat(new NormalisedText("a").at(1)).isEqualTo('\n');
    }
}
