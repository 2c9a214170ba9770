package org.quotecheck.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictPictureTest {

    @Test
    void picturesHoldAnyWords() {
        assertThat(VerdictPicture.lines("W".repeat(500)))
                .hasSize(4)
                .last()
                .asString()
                .endsWith(" …");
        assertThat(VerdictPicture.lines("Short")).containsExactly("Short");
        assertThat(VerdictPicture.lines("\u0007\u202e")).containsExactly("");
        assertThat(VerdictPicture.lines("We cut the debt in half since the spring of last year, and more"))
                .hasSize(2)
                .allMatch(line -> line.length() <= 38);
    }
}
