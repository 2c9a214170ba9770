package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who spoke where the words around the name or the quotation mislead, and what nobody said. */
class SpeakersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            On Friday Nadia Brandt said: “They left us on the stairs.” | Nadia Brandt
            In April Nadia Brandt told the board: “They left us on the stairs.” | Nadia Brandt
            In 2019 Nadia Brandt said: “They left us on the stairs.” | Nadia Brandt
            Already in 2019 Nadia Brandt had said: “They left us on the stairs.” | Nadia Brandt
            In May 2019 residents said: “They left us on the stairs.” | residents
            Last week, Nadia Brandt, a nurse, said: “They left us on the stairs.” | Nadia Brandt
            Yesterday, Nadia Brandt, a nurse, said: “They left us on the stairs.” | Nadia Brandt
            In Bergen Nadia Brandt said: “They left us on the stairs.” | Nadia Brandt
            Outside the hall Nadia Brandt, a nurse, said: “They left us on the stairs.” | Nadia Brandt
            April Jones said: “They left us on the stairs.” | April Jones
            “They left us on the stairs,” Nora May said. | Nora May
            Jonas “Jojo” Brandt said: “They left us.” | Jonas “Jojo” Brandt
            “They left us,” said Harbour Lines Founder and CFO Paula Reed. | Paula Reed
            “They left us,” said Harbour Lines Chairwoman and CFO Paula Reed. | Paula Reed
            “They left us,” Director and Treasurer Paula Reed said. | Paula Reed
            The Harbour and Ferry Administration said the pier “will not last”. | Harbour and Ferry Administration
            The Committee on Ferries and Bridges said the pier “will not last”. | Committee on Ferries and Bridges
            “They left us on the stairs.” -Engineer Paula Reed | Paula Reed
            “They left us on the stairs.” -- Paula Reed | Paula Reed
            “They left us on the stairs”: Engineer Paula Reed | Paula Reed
            And from Councillor Paula Reed:¶¶“They left us on the stairs.” | Paula Reed
            Paula Reed:¶¶“They left us on the stairs.” | Paula Reed
            “THEY LEFT US ON THE STAIRS,” SAID DR. PAULA REED. | PAULA REED
            “They left us on the stairs,” @harbour_mum wrote. | @harbour_mum
            In Paula Reed’s words, “they left us on the stairs”. | Paula Reed
            “They left us on the stairs, said Paula Reed, a nurse. | Paula Reed
            Mayor Reed: ‘They left us on the stairs’¶¶Paula Reed, the mayor, spoke on Monday. | Paula Reed
            Paula Reed rose. “They left us on the stairs.” The room fell silent. | Paula Reed
            It rained.¶¶“They left us on the stairs,” said Paula Reed (24/7) | Paula Reed
            It rained.¶¶“They left us on the stairs,” said Paula Reed. (See the plans below.) | Paula Reed
            It rained. Paula Reed said," They left us on the stairs". Nobody replied. | Paula Reed
            It rained. Paula Reed wrote:" They left us on the stairs." Nobody replied. | Paula Reed
            Tom Ash held a placard reading “They left us on the stairs” in the rain. | a placard
            Danish Fisheries Minister, Paula Reed, told the radio that “they left us on the stairs”. | Paula Reed
            Paula Reed, ferry inspector said, “They left us on the stairs.” | Paula Reed
            An aide to the head of the harbour board, Paula Reed, told us that Reed “left us on the stairs”. | An aide to the head of the harbour board
            A spokeswoman for the harbour, Paula Reed, said “they left us on the stairs”. | Paula Reed
            The Ferry Union which is the owner of the pier said the stairs “will not last”. | Ferry Union
            Mayor Tom Ash went home. When the board’s leader Karl Berg left the hall, he accused the guests of “eating all the herring”. | Karl Berg
            Paula Reed swims in winter. Why does she do it? “My mother did, and she lived to be a hundred.” | Paula Reed
            Mayor Paula Reed used the words “plain bad luck” for the flood. | Paula Reed
            Paula Reed, Harbour Radio: “They left us on the stairs.” | Paula Reed
            A letter by Omar al-Rashid was read on Monday. al-Rashid thanked the crew; “They left us on the stairs,” he says in it. | Omar al-Rashid
            Paula Reed shook her head. “Never again will I go there.” | Paula Reed
            The crowd cheered. “Never again will we go there!” | The crowd
            The choir’s members wept. “Never again will we go there.” | The choir’s members
            “They left us,” said Paula Reed, Ph.D., “on the stairs.” | Paula Reed
            A spokeswoman for the Alder Council came at six. She said “They left us on the stairs.” | A spokeswoman for the Alder Council
            Mayor Paula Reed Of Port Alder met Council Head Tom Ash On Friday. “They left us,” Paula Reed said.¶¶It rained. | Paula Reed
            """)
    void whoSpoke(String text, String speaker) {
        assertThat(found(text))
                .singleElement()
                .satisfies(q -> assertThat(q.speaker().name()).isEqualTo(speaker));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            “We stay,” Eva Holm and Jan Berg said. | Eva Holm, Jan Berg
            “We stay,” Eva Holm and her deputy, Jan Berg, said. | Eva Holm, Jan Berg
            “We stay,” said Eva Holm and the board’s clerk, Jan Berg. | Eva Holm, Jan Berg
            Eva Holm and her deputy, Jan Berg, said: “We stay.” | Eva Holm, Jan Berg
            Anna Berg chairs the board; Karl Berg keeps the books.¶¶“We stay,” Berg said. | Anna Berg, Karl Berg
            """)
    void severalWhoFitEquallyAreCandidates(String text, String candidates) {
        assertThat(found(text)).singleElement().satisfies(q -> {
            assertThat(q.speaker()).isNull();
            assertThat(q.candidates()).extracting(Speaker::name).containsExactlyInAnyOrder(candidates.split(", "));
        });
    }

    @Test
    void oneAndAnotherAreTwo() {
        assertThat(found("“I came to sing,” one guest said.¶¶“I came to eat,” said another. “It is better.”"))
                .extracting(q -> q.speaker().name())
                .containsExactly("one guest", "another");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Anna Berg chairs the board. “We stay,” Berg said. Her son Karl Berg left. | Anna Berg
            Anna Berg chairs the board; Karl Berg keeps the books. “We stay,” Mrs. Berg said. | Anna Berg
            """)
    void oneOfASurnameIsMeantWhereTheTextTells(String text, String speaker) {
        assertThat(found(text))
                .singleElement()
                .satisfies(q -> assertThat(q.speaker().name()).isEqualTo(speaker));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There is no proof that Tom Ash said “the pier will go”.",
                "It is not true that Tom Ash wrote “the pier will go”.",
                "It is false that Tom Ash said “the pier will go”.",
                "Nobody should worry if Tom Ash says “the pier will go”.",
                "Tom Ash should say “the pier will go”.",
                "Tom Ash never said that “the pier will go”.",
                "“Old Pier” author Ana Lind said the fund was empty.",
                "Ana Lind, famous for “Old Pier” and “The Last Boat”, said the fund was empty.",
                "Tom Ash told the radio programme “Early Herring.” It rained.",
                "Mr. Ash told the hosts of “Morning Tide,” adding that his boat was dry.",
                "The school said 12 of the essays came back, most of them graded “sufficient,” the lowest mark.",
                "It rained.¶¶“Old pier finds a buyer” — The Alder Post, March 3, 2021¶¶“Pier sold” - Alder News, 2019.",
                "The board never used the words “plain bad luck” for the flood.",
                "It rained.¶¶READ ON: “Ten piers to see”",
                "It rained.¶¶Photo: “The pier at dawn”",
                "Tom Ash Sees New Hope For ‘Dead’ Old Harbour Pier.¶¶It rained.",
                "It rained.¶¶Tom Ash at the “old pier” on Friday (Per Lind/Nordbild)",
            })
    void whatNobodySaid(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void labelsAreNobodyWhomAPronounMeans() {
        assertThat(found("“It holds,” said Paula Reed.¶¶SEE ALSO: “Ten piers to see”¶¶“It held in June,” she said."))
                .extracting(q -> q.speaker().name())
                .containsExactly("Paula Reed", "Paula Reed");
    }

    @Test
    void nameInMarksIsNotSpeech() {
        assertThat(found("“It holds,” said a man who goes by the nickname “Captain.”"))
                .extracting(Quotation::exact)
                .containsExactly("It holds,");
    }

    @Test
    void paragraphsThatOpenHaveTheSpeakerWhoComesLast() {
        assertThat(found("“We began in May with the pier.¶¶“Then came the dam.¶¶“Both hold,” said Paula Reed."))
                .singleElement()
                .satisfies(q -> {
                    assertThat(q.speaker().name()).isEqualTo("Paula Reed");
                    assertThat(q.parts()).hasSize(3);
                });
    }

    @Test
    void pullQuoteHasTheSpeakerOfTheSameWords() {
        assertThat(found("""
                Engineer Ola Reed came late.

                “The ferry was never inspected after the storm”

                “The ferry was never inspected after the storm,” said Paula Brandt. “We asked twice.”
                """)).extracting(q -> q.speaker().name()).containsExactly("Paula Brandt", "Paula Brandt");
    }

    @Test
    void twoPeopleMaySayTheSameWords() {
        assertThat(found("""
                Paula Brandt said: “The ferry was never inspected after the storm.”

                “The ferry was never inspected after the storm,” said Ola Reed.
                """)).extracting(q -> q.speaker().name()).containsExactly("Paula Brandt", "Ola Reed");
    }

    @Test
    void wordsOfTheWritersBetweenTwoQuotationsSeparateThem() {
        assertThat(found("“We read what is there” in that plan, Paula Reed said. “People worry.”"))
                .extracting(Quotation::exact)
                .containsExactly("We read what is there", "People worry.");
    }

    @Test
    void sentenceAfterAFinishedQuotationIsNotAnAttribution() {
        assertThat(found("“The boat runs each hour from June.” The board nodded."))
                .allSatisfy(q -> assertThat(q.speaker()).isNull());
    }

    @Test
    void sheIsNotAnOrganization() {
        assertThat(found("The Nordic Tidal Array has data, Paula Reed says. “It is new,” she says."))
                .singleElement()
                .satisfies(q -> assertThat(q.speaker().name()).isEqualTo("Paula Reed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            “It holds,” said Beekeeper Marta Weiss. | Marta Weiss | Beekeeper
            “It holds,” said Professor Dr. Nina Falk. | Nina Falk | Professor Dr.
            “It holds,” said bus driver Ola Berg. | Ola Berg | bus driver
            “It holds,” said the union’s president Pedro Salas. | Pedro Salas | president
            Danish Fisheries Minister Anders Holt spoke. “It holds,” Holt said. | Anders Holt | Danish Fisheries Minister
            “It holds,” said Mrs. Nina Falk. | Nina Falk | -
            “It holds,” said Nina Falk. | Nina Falk | -
            """)
    void titlesAreNotPartOfTheName(String text, String name, String jobTitle) {
        assertThat(found(text)).singleElement().satisfies(q -> {
            assertThat(q.speaker().name()).isEqualTo(name);
            assertThat(q.speaker().jobTitle()).isEqualTo(jobTitle);
        });
    }

    private static List<Quotation> found(String text) {
        return QuotationExtractor.extract(text.replace('¶', '\n'), "en");
    }
}
