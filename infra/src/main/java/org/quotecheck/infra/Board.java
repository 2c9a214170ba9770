package org.quotecheck.infra;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.constructs.Construct;

/** The dashboard: what readers get above, what it costs the function and the database below. */
final class Board extends Construct {

    private static final int HALF = 12;

    Board(Construct scope, Metrics metrics, OwnMetrics counted) {
        super(scope, "Board");
        var board = Dashboard.Builder.create(this, "Dashboard").build();
        board.addWidgets(
                graph("Calls that reach the service", metrics.calls(), metrics.failedCalls(), metrics.refusedCalls()),
                graph(
                        "Time to answer, ms: at the API, and in the function",
                        metrics.p50(),
                        metrics.p99(),
                        counted.latency("p50"),
                        counted.latency("p99")));
        board.addWidgets(
                graph(
                        "Function",
                        metrics.errors(),
                        metrics.throttles(),
                        metrics.concurrency(),
                        metrics.migrationErrors()),
                graph(
                        "Database: capacity units, and % of the maximum",
                        metrics.databaseCapacity(), metrics.databaseLoad()));
        board.addWidgets(
                graph("Database connections", metrics.databaseConnections()),
                graph("Cold starts", counted.coldStarts()));
        board.addWidgets(
                graph("Calls refused as their callers' mistakes, by kind", counted.refusedByKind()),
                graph("Verdicts published", counted.publications()));
    }

    private static GraphWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(HALF)
                .left(List.of(metrics))
                .build();
    }
}
