package org.quotecheck.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that service and widget share: what a browser's {@code new URL()} gives, then our own rules. */
class CanonicalUrlTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void sharedCase(String url, String expected) {
        assertThat(canonical(url)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void canonicalUrlIsItsOwnCanonicalUrl(String url, String expected) {
        // "a//" loses one slash at a time, as the rule says
        if (expected != null && !url.matches(".*//+")) {
            assertThat(canonical(expected)).isEqualTo(expected);
        }
    }

    @Test
    void hashIsThatOfTheCanonicalForm() {
        assertThat(CanonicalUrl.of("HTTP://news.example:80/?b&utm_id=1#top").hash())
                .isEqualTo(CanonicalUrl.of("https://news.example/?b").hash())
                .isEqualTo(org.quotecheck.digest.Sha256.hex("https://news.example/?b"));
    }

    @Test
    void urlOver2048CharactersIsRefused() {
        var most = "https://news.example/" + "a".repeat(2048 - 21);
        assertThat(canonical(most)).isEqualTo(most);
        assertThat(canonical(most + "a")).isNull();
    }

    @Test
    void everyTrackingParameterIsRemovedInAnyCase() throws IOException {
        for (var line : Files.readAllLines(Path.of("src/main/resources/tracking-parameters.txt"))) {
            var name = line.replace("*", "campaign");
            if (!line.startsWith("#")) {
                assertThat(canonical("https://news.example/a?" + name + "=1&b=2&" + name.toUpperCase(Locale.ROOT)))
                        .isEqualTo("https://news.example/a?b=2");
                assertThat(canonical("https://news.example/a?x" + name + "=1")).contains("?x");
            }
        }
    }

    static List<Arguments> cases() throws IOException {
        try (var in = CanonicalUrlTest.class.getResourceAsStream("/canonical-urls.json")) {
            var cases = new ArrayList<Arguments>();
            new ObjectMapper()
                    .readTree(in)
                    .forEach(entry -> cases.add(Arguments.of(
                            entry.get("url").textValue(), entry.get("canonical").textValue())));
            assertThat(cases).hasSizeGreaterThan(80);
            return cases;
        }
    }

    /** Null where the URL is refused. */
    private static String canonical(String url) {
        try {
            return CanonicalUrl.of(url).value();
        } catch (CanonicalUrl.Refused e) {
            return null;
        }
    }
}
