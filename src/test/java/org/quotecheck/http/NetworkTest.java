package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "198.51.100.1, 198.51.100.254, true",
        "198.51.100.1, 198.51.101.1, false",
        "2001:db8:1:2::3, 2001:db8:1:ffff:1::, true",
        "2001:db8:1::1, 2001:db8:2::1, false",
        "::ffff:198.51.100.1, 198.51.100.9, true",
        "unknown, '', true"
    })
    void addressesOfOnePrefixAreOneNetwork(String one, String other, boolean same) {
        assertThat(java.util.Arrays.equals(Network.prefix(one), Network.prefix(other)))
                .isEqualTo(same);
    }
}
