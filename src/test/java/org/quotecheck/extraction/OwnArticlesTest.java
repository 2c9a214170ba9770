package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnArticlesTest {

    @Test
    void quotationOverParagraphsWithAnOpeningMarkEachIsOne() {
        assertThat(told("curly-paragraphs.txt", "en"))
                .containsExactly(
                        "Ruth Calder: a promise kept.",
                        "Ruth Calder: We asked people what they needed, | They told us they needed to get home. | Nobody asked for a bridge. "
                                + "Nobody asked for a tunnel. | They asked for a boat.",
                        "Tom Abara: The boat lost 2.3 million dollars in 2021, | That is 400 dollars a passenger.");
    }

    @Test
    void nestedQuotationStaysInsideTheOuterOne() {
        assertThat(told("nested.txt", "en"))
                .containsExactly(
                        "Joke Visser: He looked at me and said, ‘You will never work here again,’ and then he laughed,",
                        "Pieter Maas: I said 'good luck,' nothing more,");
    }

    @Test
    void documentsAndWordsOfAreSources() {
        assertThat(told("according-to.txt", "en"))
                .containsExactly(
                        "the audit report: Eleven of the twelve valves had not been inspected since 2009,",
                        "Lena Fors: never meant to last.",
                        "Lena Fors: long overdue.");
    }

    @Test
    void colonLabelAndDashStandForAVerb() {
        assertThat(told("labels.txt", "en"))
                .containsExactly(
                        "Nora Velde: I will answer that in a minute.",
                        "Sam Okoye: Polls close at eight. Stay in line.",
                        "Nora Velde: A debate is not a contest of lungs.");
    }

    @Test
    void forgottenMarkEndsAtTheReportingClauseOrTheParagraph() {
        assertThat(told("unbalanced.txt", "en"))
                .contains("Eva Holm: We hid nothing,", "Jan Berg: That is false,", "Jan Berg: The books are gone.")
                .hasSize(4);
    }

    @Test
    void apostrophesAndInchesAreNotMarks() {
        assertThat(told("apostrophes.txt", "en")).isEmpty();
    }

    @Test
    void doubledApostrophesAreMarks() {
        assertThat(told("typewriter.txt", "en"))
                .containsExactly(
                        "Pieter van den Berg: The dike will hold,",
                        "Pieter van den Berg: theatre.",
                        "Pieter van den Berg: It held in 1953,");
    }

    @Test
    void singleMarksAreOuterWhereTheArticleUsesThem() {
        assertThat(told("single-marks.txt", "en"))
                .containsExactly(
                        "Fiona Grant: It's not the ministers' fault alone,",
                        "Fiona Grant: The minister told us \"wait until spring\" and then cut the budget, | We don't have the staff.");
    }

    @Test
    void otherLanguagesHaveMarksButNoSpeaker() {
        assertThat(told("guillemets.txt", "fr"))
                .containsExactly("null: Nous n’avons rien caché", "null: malentendu regrettable");
        assertThat(told("low-high.txt", "de-AT"))
                .containsExactly("null: Wir haben nichts versteckt", "null: Die Bücher liegen offen.");
    }

    @Test
    void headlinesLinksCaptionsTermsAndTitlesAreNotQuotations() {
        assertThat(told("page-furniture.txt", "en"))
                .containsExactly("Karin Dahl: safe for fifty years.", "Karin Dahl: my father's cathedral.");
    }

    private static List<String> told(String article, String language) {
        return QuotationExtractor.extract(Articles.read(article), language).stream()
                .map(q -> (q.speaker() == null ? null : q.speaker().name()) + ": "
                        + String.join(" | ", q.parts().stream().map(Part::exact).toList()))
                .toList();
    }
}
