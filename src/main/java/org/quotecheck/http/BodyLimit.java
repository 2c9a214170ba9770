package org.quotecheck.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quotecheck.body.Bodies;
import org.quotecheck.problem.ProblemType;

/**
 * A body that announces more bytes than the server reads is also refused with a problem; the server itself would say
 * nothing.
 */
@ApplicationScoped
class BodyLimit {

    /** After the headers that every answer carries, before the server's own check. */
    private static final int BEFORE_THE_SERVERS_LIMIT = 100;

    private final long mostBytes;
    private final Refusals refusals;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, Refusals refusals) {
        this.mostBytes = limit.asLongValue();
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_THE_SERVERS_LIMIT);
    }

    private void handle(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            hangUpWhenRefused(context);
        }
        var length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= mostBytes) {
            context.next();
            return;
        }
        refusals.send(context, Bodies.tooLarge());
    }

    /**
     * The rest of the body may still be on its way, and HTTP/1.1 (RFC 9112, section 9.6) has no other way to stop it.
     */
    private static void hangUpWhenRefused(RoutingContext context) {
        var response = context.response();
        context.addHeadersEndHandler(done -> {
            if (response.getStatusCode() == ProblemType.TOO_LARGE.status()) {
                response.putHeader(HttpHeaderNames.CONNECTION, "close");
            }
        });
        context.addEndHandler(ended -> {
            if (response.getStatusCode() == ProblemType.TOO_LARGE.status()) {
                context.request().connection().close();
            }
        });
    }
}
