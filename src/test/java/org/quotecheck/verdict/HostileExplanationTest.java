package org.quotecheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quotecheck.HostileText;

/** Whatever reviewers paste as an explanation becomes markup that runs nothing. */
class HostileExplanationTest {

    @Property(tries = 1_000)
    void nothingRuns(@ForAll("hostile") String text) {
        for (var given : new String[] {
            text, "[a](" + text + ")", "<" + text, "> " + text, "[1]: " + text, "<a@" + text + ">", "<a " + text
        }) {
            var explanation = Explanation.of(given, 3, 20_000);
            if (explanation != null) {
                var html = explanation.html().getValue();
                assertThat(html).doesNotContainIgnoringCase("<script", "javascript:", "<!--");
            }
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.upTo(3_000);
    }
}
