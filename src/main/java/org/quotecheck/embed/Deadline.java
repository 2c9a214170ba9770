package org.quotecheck.embed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.quotecheck.problem.Problem;

/**
 * How long an embed may wait for the database: readers of others' pages get the edge's last answer at once rather than
 * a new one late. What still runs behind it ends at the driver's own limits.
 */
final class Deadline {

    static final String WITHIN = "1.2S";
    static final Duration OF_EMBEDS = Duration.parse("PT" + WITHIN);

    /** For tests; nobody else has a reason to change it. */
    @ConfigMapping(prefix = "quotecheck.embed")
    interface EmbedSettings {
        @WithDefault(WITHIN)
        Duration within();
    }

    private Deadline() {}

    /** @throws Problem 503 when the time is over */
    static <T> T within(Duration limit, Supplier<T> read) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().name("embed-read").start(() -> {
            try {
                result.complete(read.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw Problem.databaseAway();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.databaseAway();
        }
    }
}
