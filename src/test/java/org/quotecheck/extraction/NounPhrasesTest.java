package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NounPhrasesTest {
    @Test
    void nameTakesInWhatStandsBeforeIt() {
        assertThat(before("conservative commentator Jonah Gold")).isEqualTo("conservative commentator Jonah Gold");
        assertThat(before("Gallup's Jeffrey M. Jones")).isEqualTo("Gallup's Jeffrey M. Jones");
    }

    @Test
    void descriptionNeedsADeterminerOrARole() {
        assertThat(before("the Polish prime minister")).isEqualTo("the Polish prime minister");
        assertThat(before("Senior State Department officials")).isEqualTo("Senior State Department officials");
        assertThat(before("he ran quickly")).isNull();
    }

    @Test
    void apposedNameIsWhoItIs() {
        Prose prose = Analysis.of("the union's president, Pedro Salas.").prose();
        NounPhrase phrase = new NounPhrases(prose).startingAt(0, prose.to(0));
        assertThat(prose.text(phrase.headFrom(), phrase.headTo())).isEqualTo("Pedro Salas");
    }

    private static String before(String words) {
        Prose prose = Analysis.of(words).prose();
        NounPhrase phrase = new NounPhrases(prose).endingAt(prose.to(0) - 1, 0);
        return phrase == null ? null : prose.text(phrase.from(), phrase.to());
    }
}
