package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void headlineBulletAndCaptionAreNotProse() {
        assertThat(
                        prose(
                                "Mayor calls plan 'a joke'\n\nIt rained.\n\n• See “more” here\n\nA dam “at night” (Per Lind/Nordbild)"))
                .containsExactly("It rained.");
    }

    @Test
    void onlyParagraphIsAlwaysProse() {
        assertThat(prose("“Polls close at eight.” — Luis Vega")).hasSize(1);
    }

    @Test
    void wrappedLineStaysInItsParagraph() {
        assertThat(prose("The mayor said\nthat it rained.\nThe dam held."))
                .containsExactly("The mayor said\nthat it rained.", "The dam held.");
    }

    private static List<String> prose(String text) {
        return Paragraph.of(new NormalisedText(text)).stream()
                .filter(Paragraph::prose)
                .map(p -> text.substring(p.start(), p.end()))
                .toList();
    }
}
