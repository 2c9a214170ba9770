package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
    @Test
    void pairsCountOnceAndLoneSurrogatesToo() {
        String text = "a🚗\ud83db";
        CodePoints codePoints = new CodePoints(text);
        for (int i : new int[] {0, 1, 3, 4, 5}) {
            assertThat(codePoints.at(i)).isEqualTo(text.codePointCount(0, i));
        }
    }
}
