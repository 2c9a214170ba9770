package org.quotecheck.statement;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quotecheck.HostileText;

/** Whatever words are sent are folded and compared. */
class HostileWordsTest {

    @Property(tries = 1_000)
    void anyWordsFold(@ForAll("hostile") String text) {
        assertThat(ClaimIdentity.normalise(text)).isNotNull();
        assertThat(SearchText.fold(text)).isEqualTo(SearchText.fold(text).strip());
        assertThat(SearchText.foldQuery(text)).isNotNull();
        assertThat(SearchText.key(text)).isNotNull();
        assertThat(SearchText.of(text, text)).isNotNull();
        assertThat(LanguageTag.primary(text)).doesNotContain("-", "_");
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.upTo(3_000);
    }
}
