package org.quotecheck.metric;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.quotecheck.deployment.Settings;
import org.quotecheck.problem.ProblemMapper;

/** Counts calls and publications where {@code QUOTECHECK_METRICS_NAMESPACE} says where to. */
@ApplicationScoped
public class CallMetrics {

    /** Before those that may answer by themselves. */
    private static final int FIRST = 2000;

    /** Null where nothing is counted. */
    private volatile EmbeddedMetrics metrics;
    /** When the call came, as System.nanoTime() had it; 0 where nobody saw it before the framework. */
    private volatile long begun;

    CallMetrics(Settings settings) {
        metrics =
                settings.metrics().namespace().map(EmbeddedMetrics::inNamespace).orElse(null);
    }

    /**
     * The next call arrived before the framework could see it, perhaps before it existed; for a process that answers
     * one call at a time
     *
     * @param others those of the process, in place of ours
     */
    public void begun(EmbeddedMetrics others, long nanoTime) {
        metrics = others;
        begun = nanoTime;
    }

    /** @param claim its id */
    public void published(String claim, int revision) {
        if (metrics != null) {
            metrics.published(claim, revision);
        }
    }

    void register(@Observes Filters filters) {
        if (metrics != null) {
            filters.register(this::measure, FIRST);
        }
    }

    private void measure(RoutingContext context) {
        long since = begun == 0 ? System.nanoTime() : begun;
        context.addHeadersEndHandler(done -> metrics.answered(
                AnsweredCall.of(
                        context.get(ProblemMapper.REQUEST_ID),
                        context.request().getHeader("X-Request-Id"),
                        context.response().getStatusCode(),
                        context.get(ProblemMapper.PROBLEM)),
                since));
        context.next();
    }
}
