package org.quotecheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quotecheck.problem.ProblemMapper;

/**
 * The headers that every answer carries, whatever part made it: request id, cache policy, who else's pages may read it,
 * and what keeps browsers from doing more than they should. They follow the operation that answers.
 */
@ApplicationScoped
public class ResponseHeaders {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._=-]{1,64}");
    private static final String ASSETS = "/assets/";
    private static final int BEFORE_ALL_ROUTES = 1000;

    private final CrossOrigin crossOrigin;

    ResponseHeaders(CrossOrigin crossOrigin) {
        this.crossOrigin = crossOrigin;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    promise(context);
                    context.next();
                },
                BEFORE_ALL_ROUTES);
    }

    /** Adds them when the answer's own headers are there; once, however often it is asked for. */
    void promise(RoutingContext context) {
        if (context.get(ProblemMapper.REQUEST_ID) != null) {
            return;
        }
        context.put(ProblemMapper.REQUEST_ID, requestId(context.request().getHeader("X-Request-Id")));
        context.addHeadersEndHandler(done -> complete(context));
    }

    private void complete(RoutingContext context) {
        var response = context.response();
        var headers = response.headers();
        headers.set("X-Request-Id", context.<String>get(ProblemMapper.REQUEST_ID));
        audience(context).complete(headers::get, headers::set, response.getStatusCode());
        crossOrigin.complete(context);
    }

    private static Audience audience(RoutingContext context) {
        var operation = Operations.of(context);
        if (operation != null) {
            return operation.audience();
        }
        var path = context.request().path();
        return path != null && path.startsWith(ASSETS) ? Audience.READERS : Audience.NOBODY;
    }

    /**
     * The caller's own id if it is harmless in a log, otherwise that of a gateway in front, which adds its own after
     * the caller's; otherwise a new one
     */
    public static String requestId(String given) {
        return Stream.ofNullable(given)
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .filter(id -> REQUEST_ID.matcher(id).matches())
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
