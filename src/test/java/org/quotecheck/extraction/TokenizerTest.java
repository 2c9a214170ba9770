package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void abbreviationsAndInitialsEndNoSentence() {
        assertThat(sentences("Rep. J. T. O'Neil Jr. of the U.N. Ferry Office left. He slept."))
                .containsExactly("Rep. J. T. O'Neil Jr. of the U.N. Ferry Office left.", "He slept.");
    }

    @Test
    void quotationThatEndsInAFullStopEndsItsSentence() {
        assertThat(sentences("Ann Lee said: “We hid nothing.” Then she left.")).hasSize(2);
        assertThat(sentences("“Where is it?” Dana Fox asked.")).hasSize(1);
    }

    @Test
    void possessiveIsATokenOfItsOwn() {
        Prose prose = Analysis.of("Fox's aide").prose();
        assertThat(IntStream.range(0, 3).mapToObj(i -> prose.at(i).word)).containsExactly("fox", "'s", "aide");
    }

    private static List<String> sentences(String text) {
        Prose prose = Analysis.of(text).prose();
        return IntStream.range(0, prose.sentenceCount())
                .mapToObj(s -> prose.text(prose.from(s), prose.to(s)))
                .toList();
    }
}
