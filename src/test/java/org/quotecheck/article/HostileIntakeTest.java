package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quotecheck.HostileText;
import org.quotecheck.extraction.QuotationExtractor;
import org.quotecheck.webpage.WebPage;

/** Whatever page or text is sent is read: its quotations are where they say, and its dates are dates. */
class HostileIntakeTest {

    @Property(tries = 300)
    void anyTextIsSearchedForQuotations(@ForAll("hostile") String text) {
        for (var given : new String[] {text, "\u201c" + text + "\u201d said Ann Lee.", text + "\n\n" + text}) {
            assertThat(QuotationExtractor.extract(given, "en"))
                    .allSatisfy(quotation -> quotation.parts().forEach(part -> {
                        assertThat(part.start()).isNotNegative();
                        assertThat(part.end()).isLessThanOrEqualTo(given.codePointCount(0, given.length()));
                    }));
        }
    }

    @Property(tries = 300)
    void anyPageIsRead(@ForAll("hostile") String text) {
        for (var html :
                new String[] {text, "<article><p>" + text + "</p></article>", "<script type=application/ld+json>" + text
                }) {
            assertThat(WebPage.read(html)).isNotNull();
        }
    }

    @Property(tries = 1_000)
    void anyDateIsOneOrNone(@ForAll("hostile") String text) {
        for (var said : new String[] {text, "2026-" + text, "2026-01-01" + text, "2026-01-01T10:00" + text}) {
            StatedDate.Form.of(said).ifPresent(date -> assertThat(date).isNotBlank());
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.upTo(3_000);
    }
}
