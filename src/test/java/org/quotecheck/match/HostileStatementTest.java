package org.quotecheck.match;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"12 ", "12. ", "½ ", "one ", "a million ", "ﷺ", "ﷺ ", "㍿ ", "aA. "})
    void whatIsComparedIsBounded(String words) {
        var longest = Statement.of(words.repeat(5_000 / words.length()), "en");
        assertThat(longest.terms()).hasSizeLessThanOrEqualTo(Statement.MAX_TERMS);
        assertThat(longest.quantities()).hasSizeLessThanOrEqualTo(Quantity.MAX_QUANTITIES);
        assertThat(longest.folded()).hasSizeLessThanOrEqualTo(5_000);
        assertThat(longest.sentences()).hasSizeLessThanOrEqualTo(41);
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.upTo(1_500);
    }
}
