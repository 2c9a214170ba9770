package org.quotecheck.http;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.quotecheck.problem.ProblemMapper;

/**
 * How long a complete request may wait for its answer, whatever it waits for and how often: its virtual thread is then
 * interrupted, and an interrupted wait fails like one for a database that cannot be reached. Seconds are counted, not
 * read from a clock: a process that was stopped, or frozen, goes on where it was.
 */
@ApplicationScoped
public class AnswerDeadline {

    /**
     * Of the 15 s that are promised: the rest is for what the function does before, which may be to start its framework
     * (DatabaseAwayFromEmbedsTest).
     */
    public static final String WITHIN = "10S";

    /** Whole ones are counted, from when the body has come: by so much it may be later. */
    public static final Duration STEP = Duration.ofSeconds(1);

    /** What the function may take before the framework has its request, which a busy machine may not keep to. */
    public static final Duration BEFORE = Duration.ofMillis(3_700);

    /** For tests; nobody else has a reason to change it. */
    @ConfigMapping(prefix = "quotecheck.answer")
    interface AnswerSettings {
        @WithDefault(WITHIN)
        Duration within();
    }

    private static final String RUNNING = AnswerDeadline.class.getName();

    /** A request that is not answered yet. */
    static final class Running {
        private final HttpServerRequest request;
        private final long waited;
        private volatile Thread thread;
        private final AtomicBoolean late = new AtomicBoolean();
        private long bytes;
        private int seconds;

        /** @param waited seconds that are no longer left */
        Running(HttpServerRequest request, long waited) {
            this.request = request;
            this.waited = waited;
        }

        /** Its resource waits on this thread, or on none any more. */
        void on(Thread waiting) {
            thread = waiting;
        }

        /** A body has its own time ({@link ConnectionGuard}), and is read by the resource. */
        private boolean isBodyComing() {
            long before = bytes;
            bytes = request.bytesRead();
            var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return bytes > before || length != null && bytes < Long.parseLong(length);
        }

        void second(long most) {
            seconds = isBodyComing() ? 0 : seconds + 1;
            var waiting = thread;
            if (waited + seconds >= most && waiting != null) {
                late.set(true);
                waiting.interrupt();
            }
        }
    }

    private final Vertx vertx;
    private final long most;
    private final AtomicLong waited = new AtomicLong();
    private final Set<Running> all = ConcurrentHashMap.newKeySet();

    AnswerDeadline(Vertx vertx, AnswerSettings settings) {
        this.vertx = vertx;
        this.most = settings.within().toSeconds();
    }

    void count(@Observes StartupEvent start) {
        vertx.setPeriodic(STEP.toMillis(), timer -> all.forEach(running -> running.second(most)));
    }

    /**
     * The next request came that long before the framework has it; for a process that answers one at a time. What is
     * longer than {@link #BEFORE} is taken off its time.
     */
    public void before(Duration time) {
        waited.set(Math.max(0, time.minus(BEFORE).plusMillis(999).toSeconds()));
    }

    /** Before it is known who calls: that may have to be waited for. A request that has begun before goes on. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 1)
    public void begin(RoutingContext context) {
        if (context.get(RUNNING) != null) {
            return;
        }
        var running = new Running(context.request(), waited.getAndSet(0));
        context.put(RUNNING, running);
        context.put(ProblemMapper.LATE, running.late);
        all.add(running);
        context.addEndHandler(ended -> all.remove(running));
    }

    /** On the thread on which the resource waits. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    void register(RoutingContext context) {
        if (context.get(RUNNING) instanceof Running running
                && Thread.currentThread().isVirtual()) {
            running.on(Thread.currentThread());
        }
    }

    /** The answer is there, and is written undisturbed. */
    @ServerResponseFilter
    void end(RoutingContext context) {
        if (context.get(RUNNING) instanceof Running running) {
            all.remove(running);
            release(running);
        }
    }

    /** What a request that has begun waits for on this virtual thread, before a resource is looked for. */
    public <T> T during(RoutingContext context, Supplier<T> wait) {
        register(context);
        try {
            return wait.get();
        } finally {
            release(context.get(RUNNING));
        }
    }

    private static void release(Running running) {
        running.on(null);
        Thread.interrupted();
    }
}
