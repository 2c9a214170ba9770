package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClausesTest {
    @Test
    void subjectStandsBeforeTheVerb() {
        assertThat(clauses("Ann Lee has repeatedly said it.")).containsExactly("Ann Lee / said");
    }

    @Test
    void longAppositionIsPassedOver() {
        assertThat(clauses("Rosa Lind, 71, whose late husband, Olaf, ran the mill, said it."))
                .containsExactly("Rosa Lind / said");
    }

    @Test
    void subjectStandsAfterTheVerb() {
        assertThat(clauses("“No,” said the union's president, Pedro Salas."))
                .containsExactly("the union's president, Pedro Salas / said");
    }

    @Test
    void tailBelongsToTheSubject() {
        assertThat(clauses("A spokeswoman for the airline said it."))
                .containsExactly("A spokeswoman for the airline / said");
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
    void nounIsNotAVerb() {
        assertThat(clauses("The report and his claims were lost.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The bridge was never costed, said Ann Lee. | Ann Lee / said
            The bridge was never costed, said Ann Lee, an engineer at the port. | Ann Lee / said
            Rosa Lind — a teacher from Oslo — says it fell. | Rosa Lind / says
            Rosa Lind, who in 2010 said no, left. | who / said
            Rosa Lind, president and director of the mill, said it. | Rosa Lind / said
            Rosa Lind, president and director of the mill said it. | Rosa Lind / said
            A source familiar with the plan said it. | A source familiar with the plan / said
            Protesters marching through the streets chanted it. | Protesters marching through the streets / chanted
            That is what former employees have called a trap. | former employees / called
            Some chanted it. | Some / chanted
            Police say it. | Police / say
            “No,” the Danes state in a paper. | the Danes / state
            Farmers, however, say it fell. | Farmers / say
            Hours later, she went home, calling it a trap. | she / calling
            Eva Holm left home to call it a trap. | Eva Holm / call
            Eva Holm said the dike holds, adding it may not. | Eva Holm / said, Eva Holm / adding
            Eva Holm shot back, “No.” | Eva Holm / shot
            Eva Holm's claim that it holds is old. | Eva Holm / claim
            Few believed his promise to mend it. | Few / believed, his / promise
            A claim by Eva Holm that it holds is old. | Eva Holm / claim
            Eva Holm's “no way” remark hurt. | Eva Holm / remark
            A plan seen by critics as “a trap” failed. | critics / seen
            The plan, described as “a trap” by Eva Holm, failed. | Eva Holm / described
            """)
    void whoSpeaksAndByWhichWord(String text, String clauses) {
        assertThat(String.join(", ", clauses(text))).isEqualTo(clauses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Paris attacks changed it.",
                "Republican claims were lost.",
                "Several safety challenges remain.",
                "“Safety” attacks grew."
            })
    void pluralsAreNoVerbs(String text) {
        assertThat(clauses(text)).isEmpty();
    }

    private static List<String> clauses(String text) {
        Prose prose = Analysis.of(text).prose();
        NounPhrases phrases = new NounPhrases(prose);
        return new Clauses(prose, phrases, new Subjects(prose, phrases))
                .of(0).stream()
                        .map(c ->
                                prose.text(c.mentionFrom(), c.mentionTo()) + " / " + prose.text(c.cueFrom(), c.cueTo()))
                        .toList();
    }
}
