package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionsTest {
    @Test
    void clauseNextToTheWordsWins() {
        assertThat(rules("Lee also “urged a withdrawal,” Price said.")).containsExactly("cue_after_quotation");
    }

    @Test
    void fragmentTakesTheVerbBeforeIt() {
        assertThat(rules("Fox called the deal “rotten,” while Vega called it “the best we could get.”"))
                .containsExactly("cue_before_quotation", "cue_before_quotation");
    }

    @Test
    void verbOfMindGivesWayToTheVerbAroundIt() {
        assertThat(rules("Fox said the council hopes to find “a way out.”")).containsExactly("cue_before_quotation");
    }

    @Test
    void nextSentenceContinues() {
        assertThat(rules("“We closed two,” Weber said.\n\n“The others will follow by June.”"))
                .containsExactly("cue_after_quotation", "same_speaker_continues");
    }

    @Test
    void colonLeadsIntoTheNextParagraph() {
        assertThat(rules("In a letter, Ines Costa wrote:\n\n“I will not stand again.”"))
                .containsExactly("colon_before_paragraph");
    }

    @Test
    void lineWithADashSignsTheParagraphBefore() {
        assertThat(rules("It was over.\n\n“I will not stand again.”\n\n— Ines Costa, engineer"))
                .containsExactly("signature");
    }

    @Test
    void signatureMayStandInsideTheMarks() {
        assertThat(
                        rules(
                                "It was over.\n\n“I will not stand again, ever.\n\nInes Costa, head of the port.”\n\nThe race goes on."))
                .containsExactly("signature");
    }

    @Test
    void nameBeforeAColonIsALabelWhereverItStands() {
        assertThat(rules("Turnout was low - Ines Costa: “Nobody came to vote at all.”"))
                .containsExactly("speaker_label");
    }

    @Test
    void widerSubjectIsNextToTheWords() {
        assertThat(rules("“We closed two,” the mayor of Oslo and Jan Berg, both Liberals, said."))
                .containsExactly("cue_after_quotation");
    }

    @Test
    void thoughtGivesWayToTheVerbBehindTheWords() {
        assertThat(rules("Voters who think “it is all over,” she said, are wrong."))
                .containsExactly("cue_after_quotation");
    }

    @Test
    void fragmentThatEndsItsSentenceBelongsToWhoActs() {
        assertThat(rules("Ines Costa built her race on her promise of a “fair and open city.”"))
                .containsExactly("possessed_words");
        assertThat(rules("Though Berg won, Costa lived by the idea of a “fair and open city.”"))
                .containsExactly("subject_of_sentence");
    }

    @Test
    void wordingIsSomebodysWhereAClauseSaysWhose() {
        assertThat(rules("Costa chose to say the words “fair city.”")).containsExactly("coordinated_cue");
        assertThat(rules("The words “fair city” fill the report.")).containsExactly("none");
    }

    @Test
    void fewWordsWithoutClauseAreNobodys() {
        assertThat(rules("The “experts” behind it have left.")).containsExactly("none");
    }

    @Test
    void sentenceBehindItsOwnerIsTheOwners() {
        assertThat(rules("“We won,” Ann Lee said in response to Bob Ray’s “we lost.”"))
                .containsExactly("cue_after_quotation", "possessed_words");
        assertThat(rules("Ann Lee attacked Bob Ray’s “reckless plan.”")).containsExactly("cue_before_quotation");
    }

    @Test
    void whoIsAskedDoesNotSpeak() {
        assertThat(speakers("Ann Lee was asked, “Did we win?”")).containsExactly("nobody");
        assertThat(speakers("Ann Lee was repeatedly told: “You must go.”")).containsExactly("nobody");
        assertThat(speakers("Asked “Did we win?”, Ann Lee said: “Yes, we did.”"))
                .containsExactly("nobody", "Ann Lee");
        assertThat(speakers("When asked, “Did we win?” Ann Lee said: “Yes, we did.”"))
                .containsExactly("nobody", "Ann Lee");
        assertThat(speakers("Ann Lee was asked by Bob Ray, “Did we win?”")).containsExactly("Bob Ray");
    }

    @Test
    void relativeClauseInsideTheReportDoesNotEndTheQuotation() {
        for (String described : List.of("who asked to go", "who says she will go", "whose claim won")) {
            assertThat(QuotationExtractor.extract(
                            "“We tried,” said Ann Lee, " + described + ", “and we failed.”", "en"))
                    .as(described)
                    .singleElement()
                    .satisfies(quotation -> assertThat(quotation.parts()).hasSize(2));
        }
    }

    private static List<String> speakers(String text) {
        return QuotationExtractor.extract(text, "en").stream()
                .map(quotation -> quotation.speaker() == null
                        ? "nobody"
                        : quotation.speaker().name())
                .toList();
    }

    private static List<String> rules(String text) {
        Analysis analysis = Analysis.of(text);
        return Arrays.stream(Attributions.of(analysis.prose(), analysis.spans()))
                .map(l -> l == null ? "none" : l.rule().label())
                .toList();
    }
}
