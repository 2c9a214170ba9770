package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClausesTest {
    @Test
    void subjectStandsBeforeTheVerb() {
        assertThat(clauses("Ann Lee has repeatedly said it.")).containsExactly("Ann Lee / said");
    }

    @Test
    void longAppositionIsPassedOver() {
        assertThat(clauses("Rosa Lind, 71, whose late husband, Olaf, ran the mill, said it.")).containsExactly("Rosa Lind / said");
    }

    @Test
    void subjectStandsAfterTheVerb() {
        assertThat(clauses("“No,” said the union's president, Pedro Salas.")).containsExactly("the union's president, Pedro Salas / said");
    }

    @Test
    void tailBelongsToTheSubject() {
        assertThat(clauses("A spokeswoman for the airline said it.")).containsExactly("A spokeswoman for the airline / said");
    }

    @Test
    void participleTakesTheSentencesSubject() {
        assertThat(clauses("Eva Holm left the room, saying no.")).containsExactly("Eva Holm / saying");
    }

    @Test
    void passiveHasNoSpeaker() {
        assertThat(clauses("Eva Holm was told to leave.")).isEmpty();
    }

    @Test
    void nounIsNoVerb() {
        assertThat(clauses("The report and his claims were lost.")).isEmpty();
    }

    private static List<String> clauses(String text) {
        Prose prose = Analysis.of(text).prose();
        NounPhrases phrases = new NounPhrases(prose);
        return new Clauses(prose, phrases, new Subjects(prose, phrases)).of(0).stream()
                .map(c -> prose.text(c.wordFrom(), c.wordTo()) + " / " + prose.text(c.cueFrom(), c.cueTo())).toList();
    }
}
