package org.quotecheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/**
 * Finds the operation that a request reaches before anything else looks at it: OPTIONS and 405 say which there are (RFC
 * 9110, sections 9.3.7 and 15.5.6), and the token goes unread unless the operation reads who calls.
 */
@ApplicationScoped
class Allow {

    /** After what refuses a request for its form. */
    private static final int PRIORITY = 800;

    private final Operations operations;
    private final CrossOrigin crossOrigin;
    private final Refusals refusals;

    Allow(Operations operations, CrossOrigin crossOrigin, Refusals refusals) {
        this.operations = operations;
        this.crossOrigin = crossOrigin;
        this.refusals = refusals;
    }

    /** Files, and what the framework serves by itself. */
    private static boolean isOthers(String path) {
        return path.startsWith("/assets/") || path.startsWith("/q/");
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var here = operations.at(context.normalizedPath());
        var method = context.request().method();
        var operation = here.get((method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method).name());
        Operations.put(context, operation);
        if (operation == null || !operation.personal()) {
            context.request().headers().remove("Authorization");
        }
        if (here.isEmpty() && method.equals(HttpMethod.OPTIONS) && !isOthers(context.normalizedPath())) {
            // the handler of files would allow GET at whatever is not there
            refusals.send(context, Problem.notFound());
            return;
        }
        if (operation != null || here.isEmpty()) {
            context.next();
            return;
        }
        var allowed = Operations.withHead(here.keySet());
        allowed.add("OPTIONS");
        if (method.equals(HttpMethod.OPTIONS)) {
            crossOrigin.preflight(context, here);
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", String.join(", ", allowed))
                    .end();
            return;
        }
        refusals.send(
                context,
                new Problem(
                                ProblemType.METHOD_NOT_ALLOWED,
                                "This address supports " + String.join(", ", allowed) + ", not " + method.name() + ".")
                        .header("Allow", String.join(", ", allowed)));
    }
}
