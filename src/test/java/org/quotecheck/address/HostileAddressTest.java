package org.quotecheck.address;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quotecheck.HostileText;

/** Whatever is sent for an address is one, or refused by name. */
class HostileAddressTest {

    @Property(tries = 1_000)
    void addressIsCanonicalOrRefused(@ForAll("hostile") String text) {
        for (var url :
                new String[] {text, "https://" + text, "https://news.example/" + text, "https://news.example/?" + text
                }) {
            try {
                var canonical = CanonicalUrl.of(url);
                assertThat(canonical.value()).startsWith("https://").isASCII();
            } catch (CanonicalUrl.Refused refused) {
                assertThat(refused.getMessage()).startsWith("must ");
            }
        }
    }

    @Property(tries = 1_000)
    void hostIsOneOrNone(@ForAll("hostile") String text) {
        for (var said : new String[] {text, "a." + text, text + ".example", "xn--" + text}) {
            Host.of(said)
                    .ifPresent(host -> assertThat(host).isASCII().contains(".").doesNotContain(" ", "/"));
        }
    }

    @Property(tries = 1_000)
    void linkIsAsciiWhereItIsOne(@ForAll("hostile") String text) {
        var url = "https://news.example/" + text;
        var stored = WebAddress.serialised(url);
        assertThat(stored.equals(url) || stored.chars().allMatch(c -> c > 0x20 && c < 0x7f))
                .isTrue();
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.upTo(3_000);
    }
}
