package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class EdgeStackTest {

    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c";

    private final Synthesis made = Synthesis.small("address=https://facts.example", "certificate=" + CERTIFICATE);

    @Test
    void theFunctionKnowsTheEdgeByItsSecret() {
        var header = origin(made).at("/OriginCustomHeaders/0");
        assertThat(origin(made).get("OriginCustomHeaders")).hasSize(1);
        assertThat(header.get("HeaderName").asText()).isEqualTo("X-Origin-Verify");
        var known = Intrinsics.text(made.one("Function", "AWS::Lambda::Function", "Service")
                .property("/Environment/Variables/QUOTECHECK_EDGE_SECRET"));
        assertThat(known).startsWith("{{resolve:secretsmanager:${OriginSecret1").endsWith(":SecretString:::}}");
        assertThat(made.text(header.get("HeaderValue"))).isEqualTo(known);
        assertThat(made.one("Function", "AWS::SecretsManager::Secret")
                        .property("/GenerateSecretString/PasswordLength")
                        .asInt())
                .isGreaterThanOrEqualTo(32);
    }

    /** While the edge's places still show the former one, nobody is refused. */
    @Test
    void anotherNumberMakesAnotherSecretAndTheFormerOneStaysValid() {
        var rotated = Synthesis.small("originSecret=3");
        assertThat(rotated.in("Function", "AWS::SecretsManager::Secret").stream()
                        .map(secret -> secret.id().replaceAll("[0-9A-F]{8}$", "")))
                .containsExactlyInAnyOrder("OriginSecret3", "OriginSecret2");
        var known = Intrinsics.text(rotated.one("Function", "AWS::Lambda::Function", "Service")
                        .property("/Environment/Variables/QUOTECHECK_EDGE_SECRET"))
                .split(" ");
        assertThat(known).hasSize(2);
        assertThat(known[0]).contains("OriginSecret3");
        assertThat(known[1]).contains("OriginSecret2");
        assertThat(rotated.text(origin(rotated).at("/OriginCustomHeaders/0/HeaderValue")))
                .isEqualTo(known[0]);
    }

    @Test
    void asksTheApiOverTlsAlone() {
        assertThat(Intrinsics.text(origin(made).get("DomainName")))
                .contains("EntranceApi", ".execute-api.eu-central-1.");
        assertThat(origin(made).path("OriginPath").asText()).isEmpty();
        assertThat(origin(made).at("/CustomOriginConfig/OriginProtocolPolicy").asText())
                .isEqualTo("https-only");
        assertThat(origin(made).at("/CustomOriginConfig/OriginSSLProtocols").toString())
                .isEqualTo("[\"TLSv1.2\"]");
    }

    @Test
    void readersComeOverTlsToTheNewsroomsAddress() {
        var config = config(made);
        assertThat(config.get("Aliases").toString()).isEqualTo("[\"facts.example\"]");
        assertThat(config.at("/ViewerCertificate/AcmCertificateArn").asText()).isEqualTo(CERTIFICATE);
        assertThat(config.at("/ViewerCertificate/MinimumProtocolVersion").asText())
                .isEqualTo("TLSv1.2_2021");
        assertThat(config.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
                .isEqualTo("redirect-to-https");
        assertThat(config.get("CacheBehaviors"))
                .allMatch(behaviour ->
                        behaviour.get("ViewerProtocolPolicy").asText().equals("redirect-to-https"));
        assertThat(made.one("Function", "AWS::Lambda::Function", "Service")
                        .property("/Environment/Variables/QUOTECHECK_BASE_URL")
                        .asText())
                .isEqualTo("https://facts.example");
    }

    @Test
    void theFirewallStandsInFrontOfAll() {
        assertThat(Intrinsics.text(config(made).get("WebACLId"))).contains("Firewall");
    }

    @Test
    void whatTheServiceSaysOfSecurityStands() {
        var headers = made.one("Edge", "AWS::CloudFront::ResponseHeadersPolicy")
                .property("/ResponseHeadersPolicyConfig/SecurityHeadersConfig");
        assertThat(headers.at("/StrictTransportSecurity/AccessControlMaxAgeSec").asInt())
                .isEqualTo(31_536_000);
        for (var header : new String[] {"StrictTransportSecurity", "ReferrerPolicy", "ContentSecurityPolicy"}) {
            assertThat(headers.at("/" + header + "/Override").asBoolean(true))
                    .as(header)
                    .isFalse();
        }
        assertThat(headers.has("FrameOptions")).as("an embed stands in frames").isFalse();
        assertThat(headers.has("ContentTypeOptions")).isTrue();
    }

    @Test
    void everyBehaviourHasTheSecurityHeaders() {
        assertThat(config(made)
                        .at("/DefaultCacheBehavior/ResponseHeadersPolicyId")
                        .isMissingNode())
                .isFalse();
        assertThat(config(made).get("CacheBehaviors"))
                .hasSize(12)
                .allMatch(behaviour -> behaviour.has("ResponseHeadersPolicyId"));
    }

    @Test
    void readersAddressesAreLoggedForAMonth() {
        var bucket = made.one("Edge", "AWS::S3::Bucket");
        assertThat(bucket.property("/LifecycleConfiguration/Rules/0/ExpirationInDays")
                        .asInt())
                .isEqualTo(30);
        assertThat(bucket.property("/BucketEncryption").toString()).contains("AES256");
        assertThat(bucket.property("/PublicAccessBlockConfiguration").toString())
                .isEqualTo(
                        "{\"BlockPublicAcls\":true,\"BlockPublicPolicy\":true,\"IgnorePublicAcls\":true,\"RestrictPublicBuckets\":true}");
        assertThat(config(made).at("/Logging/IncludeCookies").asBoolean()).isFalse();
        assertThat(Intrinsics.text(config(made).at("/Logging/Bucket"))).contains(bucket.id());
    }

    private static JsonNode config(Synthesis made) {
        return made.one("Edge", "AWS::CloudFront::Distribution").property("/DistributionConfig");
    }

    private static JsonNode origin(Synthesis made) {
        assertThat(config(made).get("Origins")).hasSize(1);
        return config(made).at("/Origins/0");
    }
}
