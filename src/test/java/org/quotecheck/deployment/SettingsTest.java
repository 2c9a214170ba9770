package org.quotecheck.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of settings: what they let through, the service can work with. */
class SettingsTest {

    private static final String PICTURE = "data:image/png;base64,";

    @ParameterizedTest
    @ValueSource(
            strings = {"https://facts.example", "http://localhost:8080", "https://facts.example/", "http://[::1]:80"})
    void publicAddressIsAHost(String address) {
        assertThat(address).matches(Settings.BASE_URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts.example",
                "https://news.example/facts",
                "https://facts.example//",
                "https://facts.example?x",
                "https://facts.example#x",
                "https://facts.example ",
                "https://ed@facts.example",
                "https://:443",
                "https://",
                "ftp://facts.example"
            })
    void publicAddressIsNothingElse(String address) {
        assertThat(address).doesNotMatch(Settings.BASE_URL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 30_000})
    void pictureIsBase64(int bytes) {
        var octets = new byte[bytes];
        assertThat(PICTURE + Base64.getEncoder().encodeToString(octets)).matches(Settings.PICTURE);
        assertThat(PICTURE + Base64.getEncoder().withoutPadding().encodeToString(octets))
                .matches(Settings.PICTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAAA", "AA=", "AAAA=", "AAAA==", "AA==AA", "A-_A"})
    void whatCannotBeDecodedIsNoPicture(String data) {
        assertThat(PICTURE + data).doesNotMatch(Settings.PICTURE);
    }

    @Test
    void portIsOneThatThereIs() {
        for (int port = 0; port <= 65_535; port++) {
            assertThat(String.valueOf(port).matches(Settings.PORT))
                    .as("%d", port)
                    .isTrue();
        }
        for (var wrong : new String[] {"65536", "99999", "100000", "-1", "+1", "8080 ", "many", ""}) {
            assertThat(wrong.matches(Settings.PORT)).as(wrong).isFalse();
        }
    }
}
