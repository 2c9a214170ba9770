package org.quotecheck.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site of a publisher as Google's Fact Check Tools API has it: a host and nothing else. */
class ClaimSearchSiteTest {

    @ParameterizedTest
    @CsvSource({
        "facts.example, facts.example",
        "www.facts.example, facts.example",
        "WWW.Facts.Example, facts.example",
        "https://www.facts.example, facts.example",
        "https://facts.example/about?x=1#y, facts.example",
        "facts.example:8443, facts.example",
        "https://www.facts.example:8443/, facts.example",
        "http://facts.example:80, facts.example",
        "facts.example., facts.example",
        "https://facts.example.:8443/, facts.example",
        "prüfung.example, xn--prfung-4ya.example",
        "XN--PRFUNG-4YA.example, xn--prfung-4ya.example",
        "localhost:8080, localhost",
        "http://[::1]:8080/, [::1]",
        "http://[::1]/, [::1]",
        "192.0.2.1:81, 192.0.2.1",
    })
    void isAHost(String said, String host) {
        assertThat(ClaimSearch.host(said)).isEqualTo(host);
    }
}
