package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchesTest {
    @Test
    void pairsEveryTypography() {
        assertThat(stretches("“a” \"b\" «c» »d« „e“ ”f” ``g'' ''h'' 「i」."))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
    }

    @Test
    void curlyOpensAndStraightCloses() {
        assertThat(stretches("“We hid nothing,\" she said.")).containsExactly("We hid nothing,");
    }

    @Test
    void spacedMarksPair() {
        assertThat(stretches("\" We hid nothing , \" she said .")).containsExactly("We hid nothing ,");
    }

    @Test
    void inchesAndFeetAreNoMarks() {
        assertThat(stretches("The 6'2\" guard, who wears a 40\" chain, left. \"He is hurt,\" she said."))
                .containsExactly("He is hurt,");
    }

    @Test
    void singleMarksStayInsideDoubleOnes() {
        assertThat(stretches("“He said, ‘Go,’ and left,” she said.")).containsExactly("He said, ‘Go,’ and left,");
    }

    @Test
    void pluralPossessiveClosesNothing() {
        assertThat(stretches("'It is the ministers' fault,' she said.")).containsExactly("It is the ministers' fault,");
    }

    @Test
    void openMarkAtTheNextParagraphContinues() {
        Shadow shadow = new Shadow("“One.\n\n“Two,” she said.");
        assertThat(Stretches.of(shadow, Paragraph.of(shadow), Typography.of("en")))
                .extracting(Stretch::continues)
                .containsExactly(false, true);
    }

    private static List<String> stretches(String text) {
        Shadow shadow = new Shadow(text);
        return Stretches.of(shadow, Paragraph.of(shadow), Typography.of("en")).stream()
                .map(s -> text.substring(s.start(), s.end()))
                .toList();
    }
}
