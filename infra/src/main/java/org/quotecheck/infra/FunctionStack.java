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
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
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
        rollOut();
        CfnOutput.Builder.create(this, "Name")
                .value(service.getFunctionName())
                .description("The function, for rolling back by hand")
                .build();
        CfnOutput.Builder.create(this, "Api")
                .value("https://" + entrance.host())
                .description("What must refuse whoever is not the edge")
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
                "The edge and the function must get a new one one after the other: an operator does that (infra/README.md)");
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
        environment.putAll(identity);
        environment.putAll(deployment.site().settings());
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

    private void rollOut() {
        var group = LambdaDeploymentGroup.Builder.create(this, "RollOut")
                .alias(live)
                .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
                .alarms(List.of(
                        rollback(
                                "RollbackOnErrors",
                                "The new version does not end its calls",
                                live.metricErrors(eachMinute())),
                        rollback(
                                "RollbackOnAnswers",
                                "The new version answers with 5xx",
                                entrance.api().metricServerError(eachMinute()))))
                .autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(true)
                        .stoppedDeployment(true)
                        .deploymentInAlarm(true)
                        .build())
                .build();
        group.addPreHook(hook());
        Reason.why(
                group,
                "IAM5",
                "CodeDeploy calls the function that calls a new version before readers do",
                "Resource::<BeforeReadersFunction79410204.Arn>:*");
        Reason.why(
                group,
                "IAM4",
                "The policy that AWS has for shifting traffic between versions of a function",
                "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited");
    }

    /** A tenth of a small newsroom's calls would be too few to show a new version that fails. */
    private Function hook() {
        var version = service.getCurrentVersion().getFunctionArn();
        var hook = new Helper(
                        this,
                        "BeforeReaders",
                        "Calls a new version of Quotecheck before readers do",
                        Map.of(
                                "VERSION",
                                version,
                                "ORIGIN_SECRET",
                                originSecret.getSecretValue().unsafeUnwrap()),
                        "hook.js")
                .may("lambda:InvokeFunction", version);
        return hook.function();
    }

    private static MetricOptions eachMinute() {
        return MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Sum")
                .build();
    }

    private Alarm rollback(String id, String description, IMetric metric) {
        return Alarm.Builder.create(this, id)
                .alarmDescription(description)
                .metric(metric)
                .threshold(5)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
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
