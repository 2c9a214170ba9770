package org.quotecheck.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.jboss.logging.Logger;
import org.quotecheck.problem.Failure;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemMapper;
import org.quotecheck.problem.ProblemType;

/** What goes wrong in the server, before or after the resources: also a problem with our headers. */
@ApplicationScoped
class ServerFailures {

    private static final Logger LOG = Logger.getLogger(ServerFailures.class);
    private static final List<Integer> UNMATCHED = List.of(400, 404, 405, 406, 415, 500);

    private final ResponseHeaders headers;
    private final Refusals refusals;

    ServerFailures(ResponseHeaders headers, Refusals refusals) {
        this.headers = headers;
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        UNMATCHED.forEach(status -> router.errorHandler(status, this::handle));
        router.route().order(Integer.MIN_VALUE).failureHandler(this::handle);
    }

    private void handle(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        headers.promise(context);
        var failure = context.failure();
        var away = failure == null ? null : new Failure(failure);
        if (away != null && away.isDatabaseAway()) {
            away.log(LOG, context.get(ProblemMapper.REQUEST_ID), "found no database");
            refusals.send(context, Problem.databaseAway());
            return;
        }
        int status = failure instanceof WebApplicationException refusal
                ? refusal.getResponse().getStatus()
                : context.statusCode() > 0 ? context.statusCode() : 500;
        var type = failure instanceof IllegalArgumentException && status == 500
                ? ProblemType.MALFORMED_REQUEST
                : ProblemType.ofStatus(status);
        if (type.status() >= 500 && failure != null) {
            LOG.errorf(failure, "Request %s failed in the server", context.<String>get(ProblemMapper.REQUEST_ID));
        }
        refusals.send(context, Problem.of(type));
    }
}
