package org.quotecheck.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quotecheck.page.Explanation.Piece;

class ExplanationTest {

    @Test
    void sourcesThatExistAreCited() {
        assertThat(Explanation.of("As the register says [2].\n\nNobody [9] and [0].", 2, 1000)
                        .shown())
                .containsExactly(
                        List.of(new Piece("As the register says ", null), new Piece(null, "2"), new Piece(".", null)),
                        List.of(new Piece("Nobody [9] and [0].", null)));
    }

    @Test
    void longExplanationIsCut() {
        assertThat(Explanation.of("One.\n\n" + "x".repeat(100), 0, 50).complete())
                .isFalse();
        assertThat(Explanation.of(" \n\n ", 0, 50)).isNull();
    }

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
