package org.quotecheck.infra;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/**
 * What alarms and the board look at, in periods of five minutes
 *
 * @param database by which CloudWatch knows it
 */
record Metrics(String database, FunctionStack function) {

    private static final Duration PERIOD = Duration.minutes(5);

    Metric calls() {
        return function.entrance().api().metricCount(of("Sum"));
    }

    Metric failedCalls() {
        return function.entrance().api().metricServerError(of("Sum"));
    }

    /** Percent of calls, where there are enough to tell: a paused database that resumes answers a few with 503. */
    IMetric failedShare() {
        return MathExpression.Builder.create()
                .expression("IF(calls >= 50, 100 * failed / calls, 0)")
                .usingMetrics(new TreeMap<>(Map.of("calls", calls(), "failed", failedCalls())))
                .label("calls answered with 5xx, %")
                .period(PERIOD)
                .build();
    }

    Metric callsOfAnHour() {
        return function.entrance()
                .api()
                .metricCount(MetricOptions.builder()
                        .statistic("Sum")
                        .period(Duration.hours(1))
                        .build());
    }

    Metric refusedCalls() {
        return function.entrance().api().metricClientError(of("Sum"));
    }

    /** Percent of calls, where there are enough to tell. */
    IMetric refusedShare() {
        return MathExpression.Builder.create()
                .expression("IF(calls >= 50, 100 * refused / calls, 0)")
                .usingMetrics(new TreeMap<>(Map.of("calls", calls(), "refused", refusedCalls())))
                .label("calls answered with 4xx, %")
                .period(PERIOD)
                .build();
    }

    /** Milliseconds, at the API. */
    Metric p99() {
        return function.entrance().api().metricLatency(of("p99"));
    }

    Metric p50() {
        return function.entrance().api().metricLatency(of("p50"));
    }

    Metric errors() {
        return function.service().metricErrors(of("Sum"));
    }

    Metric throttles() {
        return function.service().metricThrottles(of("Sum"));
    }

    Metric concurrency() {
        return function.service().metric("ConcurrentExecutions", of("Maximum"));
    }

    Metric migrationErrors() {
        return function.migration().metricErrors(of("Sum"));
    }

    /** Percent of the largest capacity. */
    Metric databaseLoad() {
        return ofDatabase("ACUUtilization", "Average");
    }

    /** Aurora capacity units; 0 while paused. */
    Metric databaseCapacity() {
        return ofDatabase("ServerlessDatabaseCapacity", "Average");
    }

    Metric databaseConnections() {
        return ofDatabase("DatabaseConnections", "Maximum");
    }

    private Metric ofDatabase(String name, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/RDS")
                .metricName(name)
                .dimensionsMap(Map.of("DBClusterIdentifier", database))
                .statistic(statistic)
                .period(PERIOD)
                .build();
    }

    private static MetricOptions of(String statistic) {
        return MetricOptions.builder().statistic(statistic).period(PERIOD).build();
    }
}
