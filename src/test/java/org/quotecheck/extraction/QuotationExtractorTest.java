package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationExtractorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            “The bridge will open in May,” Ann Lee said. | Ann Lee | cue_after_quotation
            "Nobody warned us," added the union's president, Pedro Salas. | Pedro Salas | inverted_cue
            Ann Lee, who runs the harbour office, said on Monday, “The bridge will open.” | Ann Lee | cue_before_quotation
            According to the audit office, the plan was “never costed.” | audit office | according_to
            In the words of Eva Holm, the audit was “long overdue.” | Eva Holm | words_of
            The agency quoted Yusuf Aydin as saying, “We will appeal.” | Yusuf Aydin | quoted_as_saying
            VEGA: "I will answer that in a minute." | VEGA | speaker_label
            “Polls close at eight.” — Luis Vega | Luis Vega | dash_attribution
            Eva Holm left the room, saying she had “hidden nothing.” | Eva Holm | participle
            Luis Vega, who defeated Dana Fox in June, said, “The voters have spoken.” | Luis Vega | cue_before_quotation
            “Dana Fox lied to this house,” Luis Vega said of his rival, Dana Fox. | Luis Vega | cue_after_quotation
            “It was never about money,” Rep. J. T. O'Neil Jr., D-Ohio, said in Washington. | J. T. O'Neil Jr. | cue_after_quotation
            “We hid nothing.” With that, Eva Holm left the room. | Eva Holm | subject_of_sentence_after
            """)
    void speakerAndRule(String text, String speaker, String rule) {
        Quotation only = only(text);
        assertThat(only.speaker().name()).isEqualTo(speaker);
        assertThat(only.speaker().rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Senator Paul Drake opposed the bill. “I changed my mind,” he said. | Paul Drake
            Laura Finch met Angela Brandt in Vienna. “We agreed,” she told reporters. | Laura Finch
            Laura Finch's deputy, Sam Ortiz, resigned. "I am tired," he said. | Sam Ortiz
            The teachers' federation rejected the offer. They called it “a pay cut in disguise.” | teachers' federation
            "They built a stadium," Boyd said. The speaker was Tom Boyd of the council. | Tom Boyd
            Danish Fisheries Minister Jan Nowak met French President Luc Petit. “No,” the Danish fisheries minister said. | Jan Nowak
            """)
    void pronounSurnameAndDescriptionMeanTheFullName(String text, String speaker) {
        assertThat(only(text).speaker().name()).isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The so-called “bread tax” was never a tax, and the “experts” behind it have left town.
            Her second novel, "The Glass Orchard," sold better than her first, "Rain."
            Guillermo “El Zorro” Peña won the third stage in Turin.
            The word "sustainable" appears 61 times in the report.
            The file was named "final_v7" and the folder "old".
            Fox never said “I signed it” in court, the transcript shows.
            """)
    void wordsInMarksThatNobodySays(String text) {
        assertThat(QuotationExtractor.extract(text, "en")).isEmpty();
    }

    @Test
    void interruptedQuotationHasParts() {
        Quotation only = only("🚧 “The bridge,” Ann Lee said, “will open in May.”");
        assertThat(only.exact()).isEqualTo("The bridge … will open in May.");
        assertThat(only.parts()).extracting(Part::start).containsExactly(3, 31);
        assertThat(only.start()).isEqualTo(3);
        assertThat(only.end()).isEqualTo(48);
        assertThat(only.attribution()).isEqualTo(new Attribution("Ann Lee", 16, 23));
        assertThat(only.cue()).isEqualTo("said");
    }

    @Test
    void statementInsideTheMarksIsDirectAndAFragmentIsMixed() {
        assertThat(only("Ann Lee said: “We hid nothing.”").kind()).isEqualTo(Quotation.Kind.DIRECT);
        assertThat(only("Ann Lee said that “the money was spent.”").kind()).isEqualTo(Quotation.Kind.MIXED);
    }

    @Test
    void pronounThatNobodyExplainsIsNoSpeaker() {
        Quotation only = only("“No,” she said.");
        assertThat(only.speaker()).isNull();
        assertThat(only.candidates()).isEmpty();
        assertThat(only.attribution().exact()).isEqualTo("she");
    }

    @Test
    void typesOfSpeaker() {
        assertThat(only("“Yes,” the Ministry of Health said.").speaker().type()).isEqualTo(Speaker.Type.ORGANIZATION);
        assertThat(only("“Yes,” the report said.").speaker().type()).isEqualTo(Speaker.Type.DOCUMENT);
        assertThat(only("“Yes,” said a senior official.").speaker().type()).isEqualTo(Speaker.Type.GROUP);
        assertThat(only("“Yes,” said Ann Lee.").speaker().type()).isEqualTo(Speaker.Type.PERSON);
    }

    private static Quotation only(String text) {
        assertThat(QuotationExtractor.extract(text, "en")).hasSize(1);
        return QuotationExtractor.extract(text, "en").getFirst();
    }
}
