package org.quotecheck.match;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quotecheck.HostileText;

/** Whatever is asked for is compared, in whatever language it says it is. */
class HostileStatementTest {

    @Property(tries = 100)
    void anyTwoTextsCompare(@ForAll("hostile") String text) {
        for (var language : new String[] {null, "en", "de"}) {
            var one = Statement.of(text, language);
            var other = Statement.of("We built 40 schools, not 50", "en");
            assertThat(Comparison.of(one, text, other, "Ann Lee").score()).isBetween(0.0, 1.0);
            assertThat(one.sentences()).hasSizeLessThanOrEqualTo(41);
        }
        assertThat(Transliteration.isSameName(text, "Ann Lee")).isFalse();
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.upTo(1_500);
    }
}
