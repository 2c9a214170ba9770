package org.quotecheck.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** Counts of what stands in logs, made by CloudWatch: they cost a call neither time nor bytes. */
final class LogMetrics extends Construct {

    private static final Duration PERIOD = Duration.minutes(5);

    private final Name deployment;

    LogMetrics(Construct scope, Name deployment, FunctionStack function) {
        super(scope, "LogMetrics");
        this.deployment = deployment;
        var calls = function.entrance().log();
        count("Refused", calls, FilterPattern.literal("{ $.status = \"4*\" }"), Map.of("Status", "$.status"));
        count(
                "Publications",
                function.service().getLogGroup(),
                FilterPattern.literal("{ $.message = \"Published: revision *\" }"),
                Map.of());
        count(
                "ColdStarts",
                function.service().getLogGroup(),
                FilterPattern.anyTerm("Init Duration", "Restore Duration"),
                Map.of());
    }

    private void count(String name, ILogGroup log, IFilterPattern which, Map<String, String> dimensions) {
        MetricFilter.Builder.create(this, name)
                .logGroup(log)
                .filterPattern(which)
                .metricNamespace(deployment.text())
                .metricName(name)
                .metricValue("1")
                .dimensions(dimensions.isEmpty() ? null : dimensions)
                .build();
    }

    /** Calls answered with 4xx, a line for each status. */
    IMetric refusedByStatus() {
        return MathExpression.Builder.create()
                .expression("SEARCH('{" + deployment + ",Status} MetricName=\"Refused\"', 'Sum', " + PERIOD.toSeconds()
                        + ")")
                .usingMetrics(Map.of())
                .label("")
                .period(PERIOD)
                .build();
    }

    /** Revisions of verdicts: first ones, corrections and retractions. */
    Metric publications() {
        return sum("Publications");
    }

    Metric coldStarts() {
        return sum("ColdStarts");
    }

    private Metric sum(String name) {
        return Metric.Builder.create()
                .namespace(deployment.text())
                .metricName(name)
                .statistic("Sum")
                .period(PERIOD)
                .build();
    }
}
