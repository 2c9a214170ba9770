package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what the edge keeps answers apart. */
class EdgeKeyTest {

    private final Edge edge = new Edge(Synthesis.small());

    /** Otherwise anybody could have the service make the same page under ever new addresses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/claims/x1",
                "/claims/x1.jsonld",
                "/problems/x1",
                "/embed/v1/quotecheck.js",
                "/feeds/verdicts.atom",
                "/embed/v1/quotecheck.abc.js",
                "/assets/quotecheck.css",
                "/console",
                "/console/config",
                "/console/console.ABCDEFGH.js",
                "/sitemap.xml",
                "/oembed",
                "/v1alpha1/claims:search",
                "/v1/claims/x1/verdict-revisions/1"
            })
    void whatIsAppendedToAPagesAddressIsNoPartOfTheKey(String path) {
        var query =
                edge.policy(edge.behaviour(path)).at("/ParametersInCacheKeyAndForwardedToOrigin/QueryStringsConfig");
        assertThat(query.get("QueryStringBehavior").asText()).isIn("none", "whitelist");
        assertThat(Edge.texts(query.path("QueryStrings")))
                .doesNotContain("fbclid", "utm_source")
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void aTokenIsPartOfTheKeyOfWhatItMayChange() {
        assertThat(Edge.texts(edge.policy(edge.behaviour("/v1/claims"))
                        .at("/ParametersInCacheKeyAndForwardedToOrigin/HeadersConfig/Headers")))
                .containsExactly("Authorization");
    }
}
