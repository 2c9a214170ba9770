package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, where proxies stand between. */
class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.7/32", "fd00::/9"));

    @ParameterizedTest(name = "{0}, for {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "203.0.113.5; 198.51.100.1; 203.0.113.5",
                "10.1.2.3; 198.51.100.1; 198.51.100.1",
                "10.1.2.3; 1.1.1.1, 198.51.100.1; 198.51.100.1",
                "10.1.2.3; 1.1.1.1, 198.51.100.1, 192.0.2.7; 198.51.100.1",
                "10.1.2.3; 198.51.100.1, 192.0.2.8; 192.0.2.8",
                "10.1.2.3; ''; 10.1.2.3",
                "10.1.2.3; unknown; 10.1.2.3",
                "10.1.2.3; 198.51.100.1, unknown; 10.1.2.3",
                "10.1.2.3; 198.51.100.1:4711; 198.51.100.1",
                "10.1.2.3; 999.1.1.1; 10.1.2.3",
                "10.1.2.3; 10.9.9.9, 10.8.8.8; 10.9.9.9",
                "fd12::1; [2001:db8::1]:443; 2001:db8::1",
                "fd12::1; 2001:db8::1; 2001:db8::1",
                "fd80::1; 2001:db8::1; fd80::1",
                "::ffff:10.1.2.3; 198.51.100.1; 198.51.100.1"
            })
    void callerIsTheRightMostAddressThatIsNotOurs(String connection, String forwarded, String caller) {
        assertThat(proxies.caller(connection, List.of(forwarded))).isEqualTo(caller);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(proxies.caller("10.1.2.3", List.of("1.1.1.1", "198.51.100.1", "10.2.2.2")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void withoutProxiesNobodyIsBelieved() {
        assertThat(new TrustedProxies(List.of()).caller("10.1.2.3", List.of("198.51.100.1")))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void longChainEnds() {
        var hops = new String[100_000];
        Arrays.fill(hops, "10.1.1.1");
        assertThat(proxies.caller("10.1.2.3", List.of(String.join(",", hops)))).isEqualTo("10.1.1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.0/33", "fd00::/129", "proxy.example/8", "10.0.0.0/8 10.1.0.0/16", "/8", ""})
    void whatIsNoBlockIsRefused(String block) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(block)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("QUOTECHECK_TRUSTED_PROXIES");
    }
}
