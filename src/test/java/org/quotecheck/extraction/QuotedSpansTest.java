package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedSpansTest {
    @Test
    void pairsEveryTypography() {
        assertThat(spans("“a” \"b\" «c» »d« „e“ ”f” ``g'' ''h'' 「i」."))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
    }

    @Test
    void curlyOpensAndStraightCloses() {
        assertThat(spans("“We hid nothing,\" she said.")).containsExactly("We hid nothing,");
    }

    @Test
    void spacedMarksPair() {
        assertThat(spans("\" We hid nothing , \" she said .")).containsExactly("We hid nothing ,");
    }

    @Test
    void inchesAndFeetAreNotMarks() {
        assertThat(spans("The 6'2\" guard, who wears a 40\" chain, left. \"He is hurt,\" she said."))
                .containsExactly("He is hurt,");
    }

    @Test
    void singleMarksStayInsideDoubleOnes() {
        assertThat(spans("“He said, ‘Go,’ and left,” she said.")).containsExactly("He said, ‘Go,’ and left,");
    }

    @Test
    void pluralPossessiveClosesNothing() {
        assertThat(spans("'It is the ministers' fault,' she said.")).containsExactly("It is the ministers' fault,");
    }

    @Test
    void openMarkAtTheNextParagraphContinues() {
        NormalisedText normalised = new NormalisedText("“One.\n\n“Two,” she said.");
        assertThat(QuotedSpans.of(normalised, Paragraph.of(normalised), Typography.of("en")))
                .extracting(QuotedSpan::continues)
                .containsExactly(false, true);
    }

    @Test
    void openSingleMarkAtTheNextParagraphContinues() {
        assertThat(spans("‘One.\n\n‘Two.\n\n‘Three,’ she said.")).containsExactly("One.", "Two.", "Three,");
        assertThat(spans("She said: ‘One.\n\n‘Two.’")).containsExactly("One.", "Two.");
        assertThat(spans("The dogs’ bowl and ‘em all.\n\n‘Two,’ she said.")).containsExactly("Two,");
    }

    private static List<String> spans(String text) {
        NormalisedText normalised = new NormalisedText(text);
        return QuotedSpans.of(normalised, Paragraph.of(normalised), Typography.of("en")).stream()
                .map(s -> text.substring(s.start(), s.end()))
                .toList();
    }
}
