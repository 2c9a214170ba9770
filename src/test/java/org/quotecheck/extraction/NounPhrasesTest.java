package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NounPhrasesTest {
    @Test
    void nameTakesInWhatStandsBeforeIt() {
        assertThat(before("veteran commentator Hanna Gruber")).isEqualTo("veteran commentator Hanna Gruber");
        assertThat(before("Nordbild's Per K. Lind")).isEqualTo("Nordbild's Per K. Lind");
    }

    @Test
    void descriptionNeedsADeterminerOrARole() {
        assertThat(before("the Danish harbour minister")).isEqualTo("the Danish harbour minister");
        assertThat(before("Senior Harbour Department officials")).isEqualTo("Senior Harbour Department officials");
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
