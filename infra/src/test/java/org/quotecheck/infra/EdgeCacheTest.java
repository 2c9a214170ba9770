package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.infra.Contract.Operation;

/**
 * What the edge keeps of each operation of openapi.yaml, and what it passes on, by CloudFront's rules for cache
 * behaviours and policies.
 */
class EdgeCacheTest {

    private static final List<String> SHORT = List.of("GET", "HEAD", "OPTIONS");
    /** CloudFront passes these on without being told (RequestAndResponseBehaviorCustomOrigin). */
    private static final List<String> PASSED_ON = List.of("if-match", "if-none-match", "content-type");

    private final Synthesis made = Synthesis.small();
    private final Edge edge = new Edge(made);

    static Stream<Operation> everyOperation() {
        return Contract.operations();
    }

    static Stream<Operation> everyCachedOperation() {
        return Contract.operations()
                .filter(operation -> operation.method().equals("GET") && operation.cacheControl() != null);
    }

    @ParameterizedTest
    @MethodSource("everyCachedOperation")
    void keepsWhatTheServiceSays(Operation operation) {
        var policy = edge.policy(edge.behaviour(operation.path()));
        int least = policy.get("MinTTL").asInt();
        int most = policy.get("MaxTTL").asInt();
        var said = operation.cacheControl();
        assertThat(least).isZero();
        assertThat(policy.get("DefaultTTL").asInt())
                .as("kept where the service says nothing")
                .isZero();
        if (said.matches(".*\\b(no-store|no-cache|private)\\b.*")) {
            assertThat(most).isLessThanOrEqualTo(1);
        } else {
            int fresh = seconds(said, "s-maxage", seconds(said, "max-age", -1));
            assertThat(fresh).isPositive();
            assertThat(most)
                    .as("stale answers are shown for as long, too")
                    .isGreaterThanOrEqualTo(fresh + seconds(said, "stale-if-error", 0));
        }
    }

    @ParameterizedTest
    @MethodSource("everyCachedOperation")
    void compressesAllButTheApi(Operation operation) {
        var behaviour = edge.behaviour(operation.path());
        boolean api = operation.path().startsWith("/v1/");
        assertThat(behaviour.get("Compress").asBoolean()).isEqualTo(!api);
        assertThat(Stream.of("Gzip", "Brotli")
                        .map(kind -> edge.policy(behaviour)
                                .at("/ParametersInCacheKeyAndForwardedToOrigin/EnableAcceptEncoding" + kind)
                                .asBoolean()))
                .containsOnly(!api);
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void passesOnWhatTheOperationReads(Operation operation) {
        var behaviour = edge.behaviour(operation.path());
        assertThat(Edge.texts(behaviour.get("AllowedMethods")))
                .contains(operation.method())
                .containsAll(SHORT);
        var key = edge.policy(behaviour).get("ParametersInCacheKeyAndForwardedToOrigin");
        if (refusesWhatItDoesNotKnow(operation)) {
            assertThat(key.at("/QueryStringsConfig/QueryStringBehavior").asText())
                    .isEqualTo("all");
        } else {
            assertThat(Edge.texts(key.at("/QueryStringsConfig/QueryStrings"))).containsAll(operation.query());
        }
        var passed = Stream.of(
                        Edge.texts(key.at("/HeadersConfig/Headers")),
                        Edge.texts(edge.request(behaviour).at("/HeadersConfig/Headers")),
                        PASSED_ON)
                .flatMap(List::stream)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(passed)
                .contains(
                        "cloudfront-viewer-address",
                        "origin",
                        "access-control-request-method",
                        "access-control-request-headers");
        // readers of public pages need no conditions of their own to the origin, and show no token
        var read = operation.headers().stream()
                .filter(name -> operation.path().startsWith("/v1/") || !name.equals("authorization"))
                .toList();
        assertThat(passed).containsAll(read);
        assertThat(key.at("/CookiesConfig/CookieBehavior").asText()).isEqualTo("none");
    }

    /** Its query is wholly part of the key, and of what the service gets. */
    private static boolean refusesWhatItDoesNotKnow(Operation operation) {
        return operation.path().startsWith("/v1/") && !operation.path().matches(".*/verdict-revisions/x1")
                || operation.path().matches("/embed/v1/(claims|articles)");
    }

    /** The firewall has a rule for each of them (FirewallStackTest). */
    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/v1/lookup", "/v1/claims/match", "/claims/x1/reports"})
    void whatReadersAndProgramsPostPassesAndIsNotKept(String path) {
        assertThat(Edge.texts(edge.behaviour(path).get("AllowedMethods"))).contains("POST");
        assertThat(edge.policy(edge.behaviour(path)).get("MaxTTL").asInt()).isLessThanOrEqualTo(1);
    }

    @Test
    void toolsGetTheHeadersOfTheirProtocol() {
        assertThat(Edge.texts(edge.request(edge.behaviour("/mcp")).at("/HeadersConfig/Headers")))
                .contains("MCP-Protocol-Version", "Mcp-Method", "Mcp-Name", "Accept");
    }

    /** What became of a report, and what is missing, has a page and a form for programs. */
    @Test
    void readersAreToldFromProgramsEverywhere() {
        for (var path : List.of("/", "/reports/x1", "/claims/x1", "/nowhere", "/v1/claims", "/q/openapi")) {
            assertThat(Edge.texts(edge.request(edge.behaviour(path)).at("/HeadersConfig/Headers")))
                    .as(path)
                    .contains("Accept");
        }
    }

    /** The service refuses forms of other sites, and knows none of its own by the host that the edge calls. */
    @Test
    void formsSayWhichSiteTheyAreOf() {
        assertThat(Edge.texts(edge.request(edge.behaviour("/claims/x1/reports")).at("/HeadersConfig/Headers")))
                .contains("Sec-Fetch-Site", "Origin");
    }

    /** CloudFront's quotas: cache behaviours of a distribution, headers of a policy. */
    @Test
    void staysWithinTheQuotas() {
        assertThat(edge.distribution().get("CacheBehaviors")).hasSizeLessThanOrEqualTo(25);
        assertThat(made.all("AWS::CloudFront::OriginRequestPolicy"))
                .hasSize(4)
                .allMatch(each -> each.property("/OriginRequestPolicyConfig/HeadersConfig/Headers")
                                .size()
                        <= 10);
    }

    @Test
    void mistakesAreNotKeptAndTroublesForAMoment() {
        var errors = StreamSupport.stream(
                        edge.distribution().get("CustomErrorResponses").spliterator(), false)
                .map(error -> error.get("ErrorCode").asInt() + " "
                        + error.get("ErrorCachingMinTTL").asInt() + " " + error.has("ResponsePagePath"))
                .toList();
        assertThat(errors)
                .containsExactlyInAnyOrder(
                        "400 0 false",
                        "403 0 false",
                        "404 0 false",
                        "405 0 false",
                        "414 0 false",
                        "500 2 false",
                        "501 2 false",
                        "502 2 false",
                        "503 2 false",
                        "504 2 false");
    }

    @Test
    void theContractIsWhatIsTested() {
        assertThat(everyCachedOperation().map(Operation::path))
                .contains(
                        "/embed/v1/claims",
                        "/embed/v1/quotecheck.x1.js",
                        "/claims/x1",
                        "/v1/claims/x1",
                        "/v1/claims/x1/verdict-revisions/x1");
    }

    private static int seconds(String header, String directive, int otherwise) {
        var found = Pattern.compile("(?:^|[ ,])" + directive + "=([0-9]+)").matcher(header);
        return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
    }
}
