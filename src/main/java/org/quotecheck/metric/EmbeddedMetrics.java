package org.quotecheck.metric;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.quotecheck.deployment.TimeSource;

/**
 * Metrics as lines of the function's log, from which CloudWatch makes them (Embedded metric format): that costs each
 * call a line, and no request to AWS. There is one instance per process, whose first call was a cold start.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">its
 *     specification</a>
 */
public final class EmbeddedMetrics {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final String namespace;
    private final Consumer<String> lines;
    private final InstantSource clock;
    private final AtomicBoolean warm = new AtomicBoolean();

    /** @param lines takes each, without a line break */
    EmbeddedMetrics(String namespace, Consumer<String> lines, InstantSource clock) {
        this.namespace = namespace;
        this.lines = lines;
        this.clock = clock;
    }

    /** On the standard output, which is the function's log. */
    public static EmbeddedMetrics inNamespace(String namespace) {
        return new EmbeddedMetrics(namespace, EmbeddedMetrics::print, new TimeSource().clock());
    }

    /** At once: AWS freezes the process when it has answered. */
    private static void print(String line) {
        System.out.print(line + "\n");
        System.out.flush();
    }

    /** @param begun when it came, as {@link System#nanoTime()} had it */
    public void answered(AnsweredCall call, long begun) {
        var line = new Line();
        line.metric("Latency", "Milliseconds");
        line.root.put("Latency", Math.round((System.nanoTime() - begun) / NANOS_PER_MILLI * 100) / 100.0);
        if (!warm.getAndSet(true)) {
            line.metric("ColdStarts", "Count");
            line.root.put("ColdStarts", 1);
        }
        if (call.isRefused()) {
            line.metric("Refused", "Count", "Kind");
            line.root.put("Refused", 1).put("Kind", call.kind());
        }
        line.root.put("request", call.requestId()).put("status", call.status());
        if (call.gatewayId() != null) {
            line.root.put("gateway", call.gatewayId());
        }
        lines.accept(line.root.toString());
    }

    /** A revision of a verdict: the first, a correction or a retraction. */
    void published(String claim, int revision) {
        var line = new Line();
        line.metric("Publications", "Count");
        line.root.put("Publications", 1).put("claim", claim).put("revision", revision);
        lines.accept(line.root.toString());
    }

    private final class Line {

        private final ObjectNode root = JSON.createObjectNode();

        Line() {
            root.putObject("_aws").put("Timestamp", clock.millis()).putArray("CloudWatchMetrics");
        }

        /** @param dimensions members of the line, of whose values each has a metric of its own */
        void metric(String name, String unit, String... dimensions) {
            var directive =
                    root.withObject("/_aws").withArray("CloudWatchMetrics").addObject();
            directive.put("Namespace", namespace);
            var set = directive.putArray("Dimensions").addArray();
            for (var dimension : dimensions) {
                set.add(dimension);
            }
            directive.putArray("Metrics").addObject().put("Name", name).put("Unit", unit);
        }
    }
}
