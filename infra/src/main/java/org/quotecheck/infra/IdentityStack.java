package org.quotecheck.infra;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.amazon.awscdk.services.cognito.UserPoolDomainOptions;
import software.amazon.awscdk.services.cognito.UserPoolGroup;
import software.constructs.Construct;

/** Who tells who the callers are: a Cognito user pool, or the newsroom's own provider; and the way to its keys. */
final class IdentityStack extends Stack {

    static final List<String> ROLES = List.of("submitter", "reviewer", "editor", "publisher");
    /** Where infra/sign-in.mjs waits for the code. */
    static final String SIGN_IN_SCRIPT = "http://localhost:8976/";

    /** A new key is seen so late at most. */
    private static final Duration KEYS_KEPT = Duration.minutes(5);

    private final Map<String, String> settings;

    IdentityStack(Construct scope, StackProps props, Deployment deployment) {
        super(scope, "Identity", props);
        settings = new TreeMap<>(deployment
                .provider()
                .map(provider -> own(provider, deployment.egress()))
                .orElseGet(() -> cognito(deployment)));
    }

    /** False where there is a provider already, and its keys can be had from itself: the stack would be empty. */
    static boolean isNeeded(Deployment deployment) {
        return deployment.provider().isEmpty() || deployment.egress() == Egress.IPV6;
    }

    /** The service's variables for a provider that needs no stack. */
    static Map<String, String> settings(OpenIdProvider provider) {
        return settings(provider.issuer(), provider.keys().toString(), provider.audience(), provider.rolesClaim());
    }

    /** The service's variables, for resources of the function's stack. */
    Map<String, String> settings(Construct reader) {
        var values = new TreeMap<String, String>();
        settings.forEach((variable, value) -> values.put(
                variable,
                Token.isUnresolved(value)
                        ? Shared.by(this, "identity/" + variable, value).in(reader)
                        : value));
        return values;
    }

    private Map<String, String> own(OpenIdProvider provider, Egress egress) {
        return settings(
                provider.issuer(),
                keys(egress, provider.keys().getAuthority(), provider.keys().getPath()),
                provider.audience(),
                provider.rolesClaim());
    }

    private Map<String, String> cognito(Deployment deployment) {
        var pool = UserPool.Builder.create(this, "Users")
                .selfSignUpEnabled(false)
                .signInAliases(SignInAliases.builder().email(true).build())
                .passwordPolicy(PasswordPolicy.builder()
                        .minLength(14)
                        .requireDigits(true)
                        .requireLowercase(true)
                        .requireUppercase(true)
                        .requireSymbols(true)
                        .build())
                .mfa(Mfa.REQUIRED)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .accountRecovery(AccountRecovery.EMAIL_ONLY)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Reason.why(pool, "COG3", "Threat protection costs by user; everybody is invited and has a second factor");
        ROLES.forEach(role -> UserPoolGroup.Builder.create(this, role)
                .userPool(pool)
                .groupName(role)
                .build());
        var signIn = pool.addDomain(
                "SignIn",
                UserPoolDomainOptions.builder()
                        .cognitoDomain(CognitoDomainOptions.builder()
                                .domainPrefix(deployment.name() + "-" + getAccount())
                                .build())
                        .build());
        var client = client(pool, deployment.site().address());
        var host = "cognito-idp." + deployment.region() + ".amazonaws.com";
        output("SignInAddress", signIn.baseUrl(), "Where people sign in: infra/sign-in.mjs opens it");
        output(
                "Issuer",
                "https://" + host + "/" + pool.getUserPoolId(),
                "Whose tokens they are: for infra/sign-in.mjs");
        output("UserPool", pool.getUserPoolId(), "Where people and their groups are kept");
        output("UserPoolClient", client.getUserPoolClientId(), "Whom the tokens are for");
        // an access token of Cognito has no aud, so callers show their ID token
        var settings = new LinkedHashMap<>(settings(
                "https://" + host + "/" + pool.getUserPoolId(),
                keys(deployment.egress(), host, "/" + pool.getUserPoolId() + "/.well-known/jwks.json"),
                client.getUserPoolClientId(),
                "cognito:groups"));
        settings.put("QUOTECHECK_CONSOLE_CLIENT_ID", client.getUserPoolClientId());
        settings.put("QUOTECHECK_CONSOLE_SCOPE", "openid");
        settings.put("QUOTECHECK_CONSOLE_TOKEN", "id");
        settings.put("QUOTECHECK_CONSOLE_PROVIDER_ORIGINS", signIn.baseUrl());
        return settings;
    }

    /** People sign in with a code and PKCE; the client has no secret, since browsers and scripts keep none. */
    private static UserPoolClient client(UserPool pool, Optional<String> address) {
        return pool.addClient(
                "Newsroom",
                UserPoolClientOptions.builder()
                        .generateSecret(false)
                        .authFlows(AuthFlow.builder().userSrp(true).build())
                        .oAuth(OAuthSettings.builder()
                                .flows(OAuthFlows.builder()
                                        .authorizationCodeGrant(true)
                                        .build())
                                .scopes(List.of(OAuthScope.OPENID))
                                .callbackUrls(callbacks(address))
                                .logoutUrls(callbacks(address))
                                .build())
                        .preventUserExistenceErrors(true)
                        .idTokenValidity(Duration.hours(1))
                        .accessTokenValidity(Duration.hours(1))
                        .refreshTokenValidity(Duration.days(1))
                        .build());
    }

    /** The service's own pages, the console among them, and the port at which infra/sign-in.mjs listens. */
    private static List<String> callbacks(Optional<String> address) {
        return Stream.concat(
                        address.stream().flatMap(own -> Stream.of(own + "/", own + "/console")),
                        Stream.of(SIGN_IN_SCRIPT))
                .toList();
    }

    private static Map<String, String> settings(String issuer, String keys, String audience, String rolesClaim) {
        return Map.of(
                "QUOTECHECK_IDENTITY_ISSUER",
                issuer,
                "QUOTECHECK_IDENTITY_JWKS",
                keys,
                "QUOTECHECK_IDENTITY_AUDIENCE",
                audience,
                "QUOTECHECK_IDENTITY_ROLES_CLAIM",
                rolesClaim);
    }

    /**
     * Where the function finds the keys: at the provider, or at a relay that answers over IPv6, whatever the provider
     * does.
     */
    private String keys(Egress egress, String authority, String path) {
        if (egress == Egress.NAT) {
            return "https://" + authority + path;
        }
        int file = path.lastIndexOf('/');
        return "https://"
                + relay(URI.create("https://" + authority), path.substring(0, file))
                        .getDistributionDomainName() + path.substring(file);
    }

    private Distribution relay(URI provider, String path) {
        var origin = HttpOrigin.Builder.create(provider.getHost())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2));
        if (provider.getPort() > 0) {
            origin.httpsPort(provider.getPort());
        }
        if (!path.isEmpty()) {
            origin.originPath(path);
        }
        var relay = Distribution.Builder.create(this, "Keys")
                .comment("Quotecheck: the identity provider's public keys, over IPv6")
                .enableIpv6(true)
                .priceClass(PriceClass.PRICE_CLASS_100)
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(origin.build())
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                        .cachePolicy(CachePolicy.Builder.create(this, "KeysPolicy")
                                .comment("Keys are public, and the same for all")
                                .minTtl(Duration.seconds(0))
                                .defaultTtl(KEYS_KEPT)
                                .maxTtl(KEYS_KEPT)
                                .build())
                        .build())
                .build();
        Reason.why(relay, "CFR1", "Public keys, read by the function alone");
        Reason.why(relay, "CFR2", "Nothing but public keys can be read here, and nothing written");
        Reason.why(relay, "CFR3", "Nobody asks here but the function, every hour");
        Reason.why(relay, "CFR4", "CloudFront's own certificate; the function speaks TLS 1.3");
        return relay;
    }

    private void output(String id, String value, String description) {
        CfnOutput.Builder.create(this, id).value(value).description(description).build();
    }
}
