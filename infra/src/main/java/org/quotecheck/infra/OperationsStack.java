package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Who is told when something is wrong, and where to look. */
final class OperationsStack extends Stack {

    private final Topic told;

    OperationsStack(
            Construct scope, StackProps props, Deployment deployment, DatabaseStack database, FunctionStack function) {
        super(scope, "Operations", props);
        told = Topic.Builder.create(this, "Told").enforceSsl(true).build();
        // the topic has a policy, which it needs to refuse what comes without TLS, and so must let alarms in
        told.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(told.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
                .build());
        told.addSubscription(new EmailSubscription(deployment.alarmEmail()));
        var metrics = new Metrics(database.name().in(this), function);
        alarms(metrics, deployment.capacity());
        new Board(this, metrics, new OwnMetrics(deployment.name().text()));
        new LogQueries(this, deployment.name(), function);
    }

    private void alarms(Metrics metrics, Capacity capacity) {
        alarm("Errors", "Calls of the function end without an answer: its log says why", metrics.errors(), 5, 1);
        alarm(
                "Answers5xx",
                "More than 2 % of at least 50 calls in five minutes are answered with 5xx",
                metrics.failedShare(),
                2,
                2);
        alarm("Slow", "One of a hundred calls takes longer than 3 s", metrics.p99(), 3_000, 3);
        alarm(
                "Throttles",
                "Calls are turned away: raise concurrency, and maxCapacity if necessary",
                metrics.throttles(),
                1,
                1);
        capacity.concurrency()
                .ifPresent(reserved -> alarm(
                        "Concurrency",
                        "Nine tenths of the function's concurrency are in use",
                        metrics.concurrency(),
                        0.9 * reserved,
                        3));
        alarm(
                "Answers4xx",
                "More than half of at least 50 calls in five minutes are refused as their callers' mistakes: a "
                        + "client is broken, or somebody is probing",
                metrics.refusedShare(),
                50,
                3);
        silence(metrics);
        alarm(
                "DatabaseLoad",
                "The database is at nine tenths of its largest capacity: raise maxCapacity",
                metrics.databaseLoad(),
                90,
                3);
        alarm(
                "DatabaseConnections",
                "Nine tenths of the database's connections are in use",
                metrics.databaseConnections(),
                0.9 * capacity.connections(),
                2);
        alarm(
                "Migration",
                "A migration failed, and so did the deployment: its log says why",
                metrics.migrationErrors(),
                1,
                1);
    }

    /** Nobody at all for a day: the edge, a name or a certificate may be wrong where nothing here is. */
    private void silence(Metrics metrics) {
        tell(Alarm.Builder.create(this, "Silence")
                .alarmDescription("No call reached the service for a day")
                .metric(metrics.callsOfAnHour())
                .threshold(1)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .evaluationPeriods(24)
                .treatMissingData(TreatMissingData.BREACHING)
                .build());
    }

    private void tell(Alarm alarm) {
        alarm.addAlarmAction(new SnsAction(told));
        alarm.addOkAction(new SnsAction(told));
    }

    /** @param periods of five minutes each, all of them at or over the threshold */
    private void alarm(String id, String description, IMetric metric, double threshold, int periods) {
        tell(Alarm.Builder.create(this, id)
                .alarmDescription(description)
                .metric(metric)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(periods)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build());
    }
}
