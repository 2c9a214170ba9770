package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityStackTest {

    private static final String[] OWN = {
        "issuer=https://id.news.example/realms/desk",
        "jwks=https://id.news.example/realms/desk/keys.json",
        "audience=facts",
        "rolesClaim=realm_access/roles"
    };

    private final Synthesis cognito = Synthesis.small();

    @Test
    void aUserPoolHasTheFourGroups() {
        assertThat(cognito.in("Identity", "AWS::Cognito::UserPoolGroup").stream()
                        .map(group -> group.property("/GroupName").asText()))
                .containsExactlyInAnyOrder("submitter", "reviewer", "editor", "publisher");
    }

    @Test
    void peopleAreInvitedAndHaveASecondFactor() {
        var pool = cognito.one("Identity", "AWS::Cognito::UserPool");
        assertThat(pool.property("/AdminCreateUserConfig/AllowAdminCreateUserOnly")
                        .asBoolean())
                .isTrue();
        assertThat(pool.property("/MfaConfiguration").asText()).isEqualTo("ON");
        assertThat(pool.property("/EnabledMfas").toString()).isEqualTo("[\"SOFTWARE_TOKEN_MFA\"]");
        assertThat(pool.property("/DeletionProtection").asText()).isEqualTo("ACTIVE");
        assertThat(pool.property("/Policies/PasswordPolicy/MinimumLength").asInt())
                .isEqualTo(14);
    }

    @Test
    void theServiceTakesItsIdTokens() {
        assertThat(variable(cognito, "ISSUER"))
                .startsWith("https://cognito-idp.eu-central-1.amazonaws.com/${")
                .contains("Users");
        assertThat(variable(cognito, "AUDIENCE")).contains("UsersNewsroom");
        assertThat(variable(cognito, "ROLES_CLAIM")).isEqualTo("cognito:groups");
    }

    @Test
    void theClientHasNoSecretAndGivesCodesAlone() {
        var client = cognito.one("Identity", "AWS::Cognito::UserPoolClient");
        assertThat(client.property("/GenerateSecret").asBoolean(true)).isFalse();
        assertThat(client.property("/AllowedOAuthFlows").toString()).isEqualTo("[\"code\"]");
        assertThat(client.property("/PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
    }

    @Test
    void theSignInScriptCanUseIt() throws IOException {
        var client = cognito.one("Identity", "AWS::Cognito::UserPoolClient");
        assertThat(client.property("/CallbackURLs").toString()).isEqualTo("[\"http://localhost:8976/\"]");
        assertThat(Files.readString(Path.of("sign-in.mjs")))
                .contains("process.env.SIGN_IN_PORT || 8976", "http://localhost:${PORT}/");
        assertThat(Synthesis.small("address=https://d1.cloudfront.net")
                        .one("Identity", "AWS::Cognito::UserPoolClient")
                        .property("/CallbackURLs")
                        .toString())
                .isEqualTo(
                        "[\"https://d1.cloudfront.net/\",\"https://d1.cloudfront.net/console\",\"http://localhost:8976/\"]");
        assertThat(cognito.stacks().get("Identity").get("Outputs").properties().stream()
                        .map(output -> output.getKey()))
                .contains("Issuer", "UserPoolClient", "UserPool", "SignInAddress");
    }

    @Test
    void aProviderOfOnesOwnTakesItsPlace() {
        var made = Synthesis.small(OWN);
        assertThat(made.all("AWS::Cognito::UserPool")).isEmpty();
        assertThat(Stream.of("ISSUER", "AUDIENCE", "ROLES_CLAIM").map(name -> variable(made, name)))
                .containsExactly("https://id.news.example/realms/desk", "facts", "realm_access/roles");
    }

    @Test
    void theKeysAreRelayedOverIpv6() {
        var made = Synthesis.small(OWN);
        var relay = made.one("Identity", "AWS::CloudFront::Distribution").property("/DistributionConfig");
        assertThat(relay.get("IPV6Enabled").asBoolean()).isTrue();
        assertThat(relay.at("/Origins/0/DomainName").asText()).isEqualTo("id.news.example");
        assertThat(relay.at("/Origins/0/OriginPath").asText()).isEqualTo("/realms/desk");
        assertThat(relay.at("/Origins/0/CustomOriginConfig/OriginProtocolPolicy")
                        .asText())
                .isEqualTo("https-only");
        assertThat(relay.at("/DefaultCacheBehavior/AllowedMethods").toString()).isEqualTo("[\"GET\",\"HEAD\"]");
        assertThat(made.one("Identity", "AWS::CloudFront::CachePolicy")
                        .property("/CachePolicyConfig/MaxTTL")
                        .asInt())
                .isEqualTo(300);
        assertThat(variable(made, "JWKS"))
                .startsWith("https://${")
                .contains("Keys")
                .endsWith("/keys.json");
    }

    @Test
    void theRelayKnowsNothingButTheUserPoolsKeys() {
        var relay = cognito.one("Identity", "AWS::CloudFront::Distribution").property("/DistributionConfig/Origins/0");
        assertThat(relay.get("DomainName").asText()).isEqualTo("cognito-idp.eu-central-1.amazonaws.com");
        assertThat(Intrinsics.text(relay.get("OriginPath"))).matches("/\\$\\{Users\\w+}/\\.well-known");
        assertThat(variable(cognito, "JWKS")).endsWith("/jwks.json");
    }

    @Test
    void throughAGatewayTheProviderIsAskedItself() {
        var made = Synthesis.small(
                Stream.concat(Stream.of(OWN), Stream.of("egress=nat")).toArray(String[]::new));
        assertThat(made.stacks()).doesNotContainKey("Identity");
        assertThat(variable(made, "JWKS")).isEqualTo("https://id.news.example/realms/desk/keys.json");
    }

    private static String variable(Synthesis made, String name) {
        return made.text(made.one("Function", "AWS::Lambda::Function", "Service")
                .property("/Environment/Variables/QUOTECHECK_IDENTITY_" + name));
    }
}
