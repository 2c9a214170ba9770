package org.quotecheck.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * What the function itself counts, in its log (embedded metric format)
 *
 * @param namespace as {@code QUOTECHECK_METRICS_NAMESPACE} names it
 */
record OwnMetrics(String namespace) {

    private static final Duration PERIOD = Duration.minutes(5);

    /** Calls answered with 4xx, a line for each type of problem. */
    IMetric refusedByKind() {
        return MathExpression.Builder.create()
                .expression("SEARCH('{\"" + namespace + "\",Kind} MetricName=\"Refused\"', 'Sum', " + PERIOD.toSeconds()
                        + ")")
                .usingMetrics(Map.of())
                .label("")
                .period(PERIOD)
                .build();
    }

    /** Revisions of verdicts: first ones, corrections and retractions. */
    Metric publications() {
        return of("Publications", "Sum");
    }

    Metric coldStarts() {
        return of("ColdStarts", "Sum");
    }

    /** Milliseconds in the function, without what AWS needs to start it. */
    Metric latency(String statistic) {
        return of("Latency", statistic);
    }

    private Metric of(String name, String statistic) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic(statistic)
                .period(PERIOD)
                .build();
    }
}
