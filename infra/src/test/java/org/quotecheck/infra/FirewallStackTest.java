package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.quotecheck.infra.Synthesis.Resource;

class FirewallStackTest {

    private final Resource firewall = Synthesis.small().one("Firewall", "AWS::WAFv2::WebACL");

    @Test
    void writesOfOneAddressAreCountedAndReadsAreNot() {
        var rate = firewall.property("/Rules/0/Statement/RateBasedStatement");
        assertThat(firewall.property("/Rules")).hasSize(1);
        assertThat(rate.get("Limit").asInt()).isEqualTo(300);
        assertThat(rate.get("EvaluationWindowSec").asInt()).isEqualTo(300);
        assertThat(rate.get("AggregateKeyType").asText()).isEqualTo("IP");
        var reads = rate.at("/ScopeDownStatement/NotStatement/Statement/OrStatement/Statements");
        assertThat(StreamSupport.stream(reads.spliterator(), false)
                        .map(read -> read.at("/ByteMatchStatement/SearchString").asText() + " "
                                + read.at("/ByteMatchStatement/PositionalConstraint")
                                        .asText() + " "
                                + read.at("/ByteMatchStatement/FieldToMatch").toString()))
                .containsExactly(
                        "GET EXACTLY {\"Method\":{}}",
                        "HEAD EXACTLY {\"Method\":{}}",
                        "OPTIONS EXACTLY {\"Method\":{}}");
    }

    @Test
    void whoWritesTooMuchIsToldForHowLong() {
        var answer = firewall.property("/Rules/0/Action/Block/CustomResponse");
        assertThat(answer.get("ResponseCode").asInt()).isEqualTo(429);
        assertThat(answer.get("ResponseHeaders").toString())
                .isEqualTo("[{\"Name\":\"Retry-After\",\"Value\":\"300\"}]");
        assertThat(firewall.property("/DefaultAction").has("Allow")).isTrue();
    }

    @Test
    void standsWhereCloudFrontWantsIt() {
        assertThat(firewall.property("/Scope").asText()).isEqualTo("CLOUDFRONT");
        assertThat(Synthesis.small().in("Firewall", "Custom::CrossRegionExportWriter"))
                .hasSize(1);
    }
}
