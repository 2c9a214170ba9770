package org.quotecheck.infra;

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
                KeysRelay.address(
                        this,
                        egress,
                        provider.keys().getAuthority(),
                        provider.keys().getPath()),
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
        Reason.why(pool, "COG3", "Threat protection costs per user; everybody is invited and has a second factor");
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
                KeysRelay.address(
                        this, deployment.egress(), host, "/" + pool.getUserPoolId() + "/.well-known/jwks.json"),
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

    private void output(String id, String value, String description) {
        CfnOutput.Builder.create(this, id).value(value).description(description).build();
    }
}
