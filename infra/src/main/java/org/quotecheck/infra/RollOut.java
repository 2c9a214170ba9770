package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.secretsmanager.Secret;

/**
 * How a new version takes over from an old one: called before readers come, then a tenth of the calls, and back by
 * alarm.
 */
final class RollOut {

    private final Stack stack;

    RollOut(Stack stack, Alias live, Function service, Entrance entrance, Secret originSecret) {
        this.stack = stack;
        var group = LambdaDeploymentGroup.Builder.create(stack, "RollOut")
                .alias(live)
                .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
                .alarms(List.of(
                        rollback(
                                "RollbackOnErrors",
                                "The new version does not complete its calls",
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
        group.addPreHook(hook(service, originSecret));
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
    private Function hook(Function service, Secret originSecret) {
        var version = service.getCurrentVersion().getFunctionArn();
        var hook = new Helper(
                        stack,
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
        return Alarm.Builder.create(stack, id)
                .alarmDescription(description)
                .metric(metric)
                .threshold(5)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }
}
