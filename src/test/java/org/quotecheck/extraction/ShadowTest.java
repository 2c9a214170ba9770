package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShadowTest {
    @Test
    void hasTheLengthOfTheText() {
        assertThat(new Shadow("a\u00a0b\u00ad🚗’").length()).isEqualTo("a\u00a0b\u00ad🚗’".length());
    }

    @Test
    void spellsBlanksApostrophesAndDashesInOneWay() {
        Shadow shadow = new Shadow("\u00a0’–\u2028");
        assertThat(new char[] {shadow.at(0), shadow.at(1), shadow.at(2), shadow.at(3)})
                .containsExactly(' ', '\'', '—', '\n');
    }

    @Test
    void isALineEndOutside() {
        assertThat(new Shadow("a").at(-1)).isEqualTo('\n');
        assertThat(new Shadow("a").at(1)).isEqualTo('\n');
    }
}
