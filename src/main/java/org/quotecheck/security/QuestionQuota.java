package org.quotecheck.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.quotecheck.http.Network;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/**
 * How many expensive questions one network may ask within a minute. Counted in this instance's memory alone, for that
 * minute: a question writes nothing. In front of a function, which has many instances, the edge's firewall counts too.
 */
@ApplicationScoped
public class QuestionQuota {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    /** With more networks than that within a minute, the oldest start again from zero. */
    private static final int MOST_NETWORKS = 100_000;

    private final Cache<String, AtomicInteger> asked = Caffeine.newBuilder()
            .expireAfterWrite(PERIOD)
            .maximumSize(MOST_NETWORKS)
            .build();

    private final int limit;
    private final Network network;

    QuestionQuota(Quotas.QuotaSettings settings, Network network) {
        this.limit = settings.questionsPerMinute();
        this.network = network;
    }

    /**
     * Counts one more
     *
     * @throws Problem 429 when the minute's number is reached
     */
    public void count() {
        if (limit > 0
                && asked.get(network.prefix(), name -> new AtomicInteger()).incrementAndGet() > limit) {
            throw new Problem(
                            ProblemType.QUOTA_EXCEEDED,
                            "Your network has asked " + limit + " times within a minute, which is the limit.")
                    .header("Retry-After", String.valueOf(PERIOD.toSeconds()));
        }
    }
}
