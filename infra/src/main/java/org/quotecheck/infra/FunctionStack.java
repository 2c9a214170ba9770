package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.triggers.Trigger;
import software.constructs.Construct;

/** The service itself, the function that migrates for it, and how a new version takes over from an old one. */
final class FunctionStack extends Stack {

    /** docs/operating.md: what an instance may need that cannot reach its database, and then answers 503. */
    private static final Duration PATIENCE = Duration.seconds(20);

    private final Deployment deployment;
    private final Platform platform;
    private final NetworkStack network;
    private final Secret originSecret;
    private final Function service;
    private final Function migration;
    private final Alias live;
    private final Entrance entrance;
    private final Shared originSecretArn;

    FunctionStack(
            Construct scope,
            StackProps props,
            Deployment deployment,
            NetworkStack network,
            DatabaseStack database,
            Optional<IdentityStack> identity) {
        super(scope, "Function", props);
        this.deployment = deployment;
        this.platform = Platform.of(deployment.function());
        this.network = network;
        originSecret = secret(deployment.originSecret());
        originSecretArn = Shared.by(this, "origin-secret", originSecret.getSecretArn());
        service = service(
                database,
                identity.map(stack -> stack.settings(this))
                        .orElseGet(() ->
                                IdentityStack.settings(deployment.provider().orElseThrow())));
        migration = migration(database);
        live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(service.getCurrentVersion())
                .build();
        Trigger.Builder.create(this, "Migrate")
                .handler(migration)
                .timeout(Duration.minutes(14))
                .executeBefore(List.of(live))
                .build();
        entrance = new Entrance(this, live, deployment.capacity());
        new RollOut(this, live, service, entrance, originSecret);
        CfnOutput.Builder.create(this, "Name")
                .value(service.getFunctionName())
                .description("The function, for rolling back by hand")
                .build();
        CfnOutput.Builder.create(this, "Api")
                .value("https://" + entrance.host())
                .description("What must refuse everyone but the edge")
                .build();
    }

    private Secret secret(int number) {
        var secret = Secret.Builder.create(this, "OriginSecret" + number)
                .description("What the edge shows to the function, so that nobody else is answered")
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(43)
                        .excludePunctuation(true)
                        .build())
                .build();
        Reason.why(
                secret,
                "SMG4",
                "The edge and the function must get a new one one after the other: an operator does that "
                        + "(infra/README.md)");
        return secret;
    }

    /** The newest one and the one before, which the edge shows until it has the newest. */
    private String acceptedSecrets() {
        var newest = originSecret.getSecretValue().unsafeUnwrap();
        return deployment.originSecret() == 1
                ? newest
                : newest + " "
                        + secret(deployment.originSecret() - 1).getSecretValue().unsafeUnwrap();
    }

    private Function service(DatabaseStack database, Map<String, String> identity) {
        var environment = new TreeMap<>(database.connection(this));
        environment.put("QUOTECHECK_LOG_JSON", "true");
        environment.put("QUOTECHECK_METRICS_NAMESPACE", deployment.name().text());
        environment.putAll(identity);
        environment.putAll(deployment.settings().values());
        environment.put("QUOTECHECK_EDGE_SECRET", acceptedSecrets());
        deployment.site().address().ifPresent(address -> environment.put("QUOTECHECK_BASE_URL", address));
        var builder = function("Service", "Quotecheck", environment)
                .memorySize(deployment.capacity().memory())
                .tracing(deployment.traces() ? Tracing.ACTIVE : Tracing.DISABLED)
                .timeout(PATIENCE);
        deployment.capacity().concurrency().ifPresent(builder::reservedConcurrentExecutions);
        platform.snapshots().ifPresent(builder::snapStart);
        var function = builder.build();
        // the alias, which alone gets calls, is of a published version
        platform.snapshots()
                .ifPresent(on ->
                        Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish"));
        function.addToRolePolicy(database.serving(this));
        return forThisDatabase(function);
    }

    private Function migration(DatabaseStack database) {
        var environment = new TreeMap<>(database.ownersConnection(this));
        environment.putAll(platform.migrating());
        environment.put("QUOTECHECK_LOG_JSON", "true");
        // a paused database needs some 15 s to resume
        environment.put("QUARKUS_FLYWAY_CONNECT_RETRIES", "6");
        var builder = function("Migration", "Brings Quotecheck's schema up to date, once for each version", environment)
                .memorySize(1024)
                .timeout(Duration.minutes(13));
        if (deployment.capacity().concurrency().isPresent()) {
            builder.reservedConcurrentExecutions(1);
        }
        var function = builder.build();
        function.addToRolePolicy(database.migrating(this));
        return forThisDatabase(function);
    }

    private Function.Builder function(String id, String description, Map<String, String> environment) {
        var log = LogGroup.Builder.create(this, id + "Log")
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        return Function.Builder.create(this, id)
                .description(description)
                .runtime(platform.runtime())
                .architecture(deployment.function().architecture().lambda)
                .code(Code.fromAsset(deployment.function().file().toString()))
                .handler(platform.handler())
                .environment(platform.with(environment))
                .role(new FunctionRole(this, id + "Role", log))
                .logGroup(log)
                .vpc(network.vpc())
                .vpcSubnets(network.functionSubnets())
                .securityGroups(List.of(network.functionsGroup()))
                .ipv6AllowedForDualStack(deployment.egress() == Egress.IPV6);
    }

    /**
     * A version is made for other code or other settings; another database behind the same name makes none by itself.
     */
    private Function forThisDatabase(Function function) {
        deployment.snapshot().arn().ifPresent(function::invalidateVersionBasedOn);
        return function;
    }

    /** What the edge shows, for resources of the edge's stack. */
    String originSecret(Construct edge) {
        return SecretValue.secretsManager(originSecretArn.in(edge)).unsafeUnwrap();
    }

    Function service() {
        return service;
    }

    Function migration() {
        return migration;
    }

    Alias live() {
        return live;
    }

    Entrance entrance() {
        return entrance;
    }
}
