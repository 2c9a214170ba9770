package org.quotecheck.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as they are stored and linked: what a browser makes of them. */
class WebAddressTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "https:shop.example, https://shop.example/",
                "https:/shop.example/a, https://shop.example/a",
                "http:\\\\shop.example\\a\\b, http://shop.example/a/b",
                "HTTPS://Shop.Example:443/A/../b, https://shop.example/b",
                "http://shop.example:8080/?q=ä#ö, http://shop.example:8080/?q=%C3%A4#%C3%B6",
                "https://shop.example/a b?c='d'#e f<g>, https://shop.example/a%20b?c=%27d%27#e%20f%3Cg%3E",
                "https://bücher.example/, https://xn--bcher-kva.example/",
                "https://shop.example/\u202efdp.exe?\u2067, https://shop.example/%E2%80%AEfdp.exe?%E2%81%A7",
                "https://shop.example?utm_source=x, https://shop.example/?utm_source=x"
            })
    void addressIsSerialised(String url, String serialised) {
        assertThat(WebAddress.serialised(url)).isEqualTo(serialised);
        assertThat(WebAddress.serialised(serialised)).as("again").isEqualTo(serialised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//shop.example/", "https://", "https://a b/", "https://sam@shop.example/"
            })
    void whatIsNoneStaysAsItCame(String url) {
        assertThat(WebAddress.serialised(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "é", "ß", "字", "\u0301", "xn--", "-", ".", "a.", "é.", "%C3%A9", "1", "0x1.", "[", "\u200d", "𐐀"
            })
    void longHostIsAnAddressOrRefused(String piece) {
        for (int length : List.of(63, 254, 1_001, 1_200, 2_000)) {
            var url = "https://" + piece.repeat(length / piece.length()) + "/";
            try {
                assertThat(CanonicalUrl.of(url).value()).startsWith("https://").matches("[!-~]+");
            } catch (CanonicalUrl.Refused refused) {
                assertThat(refused).hasMessageStartingWith("must ");
            }
            WebAddress.serialised(url);
        }
    }

    @Test
    void anyTextIsAnAddressOrRefused() {
        var random = new Random(13);
        var pieces = List.of(
                "https://",
                "http:",
                "a",
                "é",
                "/",
                "\\",
                "?",
                "#",
                "%",
                "%e",
                "@",
                ":",
                "[",
                "]",
                ".",
                "..",
                "xn--",
                "\u202e",
                "\ud800",
                "\u0000",
                "\t",
                " ",
                "&",
                "=",
                "'",
                "９",
                "。",
                "1.1.1.1",
                "::1",
                "\u0345",
                "𐐀");
        for (int i = 0; i < 20_000; i++) {
            var url = new StringBuilder(random.nextInt(4) > 0 ? "https://" : "");
            for (int n = random.nextInt(12); n > 0; n--) {
                url.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                CanonicalUrl.of(url.toString());
            } catch (CanonicalUrl.Refused refused) {
                assertThat(refused).hasMessageStartingWith("must ");
                continue;
            }
            assertThat(WebAddress.serialised(url.toString())).as(url.toString()).matches("https?://[!-~]+");
        }
        assertThatThrownBy(() -> CanonicalUrl.of("https://x.example/".repeat(200)))
                .isInstanceOf(CanonicalUrl.Refused.class);
    }
}
