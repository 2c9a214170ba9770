package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.quotecheck.claim.PublishedReads;
import org.quotecheck.http.AnswerDeadline;
import org.quotecheck.problem.Failure;

/**
 * Answers anonymous reads of published claims before the framework looks for a resource, which takes longer than the
 * claim itself. Each runs on a virtual thread, as it asks the database. Everything else is left to the framework.
 */
@ApplicationScoped
class PromptClaims {

    /** As {@link KnownEmbeds}. */
    private static final int PRIORITY = 700;

    /** The path under which metrics count it: the resource's. */
    private static final String ROUTE = DirectClaims.PREFIX + ":id";

    private static final List<String> DECISIVE = List.of("accept", "authorization", "if-none-match");

    private final DirectClaims claims;
    private final AnswerDeadline deadline;
    private final ExecutorService threads;

    PromptClaims(
            PublishedReads reads, ObjectMapper json, AnswerDeadline deadline, @VirtualThreads ExecutorService threads) {
        this.claims = new DirectClaims(reads, json);
        this.deadline = deadline;
        this.threads = threads;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var asked = asked(context.request());
        if (asked.isEmpty()) {
            context.next();
            return;
        }
        context.request().pause();
        deadline.begin(context);
        var loop = Vertx.currentContext();
        threads.execute(() -> answer(context, asked.get(), loop));
    }

    /** Cheap to tell for requests that are not for a claim. */
    private static Optional<UUID> asked(HttpServerRequest request) {
        var path = request.path();
        return path.startsWith(DirectClaims.PREFIX) && isPlain(request.headers())
                ? DirectClaims.asked(
                        new DirectRequest(request.method().name(), path, query(request), decisive(request.headers())))
                : Optional.empty();
    }

    /** Without a body, and without a header in two lines. */
    private static boolean isPlain(MultiMap headers) {
        return !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && DECISIVE.stream().allMatch(name -> headers.getAll(name).size() <= 1);
    }

    private static String query(HttpServerRequest request) {
        return request.query() == null ? "" : request.query();
    }

    private static HashMap<String, String> decisive(MultiMap headers) {
        var decisive = new HashMap<String, String>();
        DECISIVE.stream().filter(headers::contains).forEach(name -> decisive.put(name, headers.get(name)));
        return decisive;
    }

    private void answer(RoutingContext context, UUID id, Context loop) {
        try {
            var known = context.request().getHeader(HttpHeaderNames.IF_NONE_MATCH);
            var answer = deadline.during(context, () -> claims.read(id, known));
            if (answer.isPresent()) {
                context.request().routed(ROUTE);
                answer.get().send(context.request());
                return;
            }
        } catch (RuntimeException failed) {
            // Asked again, a database that is away would only take the caller's time twice.
            if (new Failure(failed).isDatabaseAway()) {
                loop.runOnContext(now -> context.fail(failed));
                return;
            }
        }
        loop.runOnContext(now -> {
            context.request().resume();
            context.next();
        });
    }
}
