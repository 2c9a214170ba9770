package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
    @Test
    void clauseBesideTheWordsWins() {
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
        assertThat(rules("In a letter, Ines Costa wrote:\n\n“I will not stand again.”")).containsExactly("colon_before_paragraph");
    }

    @Test
    void fewWordsWithoutClauseAreNobodys() {
        assertThat(rules("The “experts” behind it have left.")).containsExactly("none");
    }

    private static List<String> rules(String text) {
        Analysis analysis = Analysis.of(text);
        return Arrays.stream(Links.of(analysis.prose(), analysis.stretches())).map(l -> l == null
                ? "none" : l.rule().label()).toList();
    }
}
