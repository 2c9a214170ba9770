package org.quotecheck;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Logs each answer of the service under test that says that the service failed, whoever asked. */
@ApplicationScoped
class FailedAnswers {

    private static final Logger LOG = Logger.getLogger(FailedAnswers.class);
    /** No failure, but the right answer to a form that there is not. */
    private static final int NOT_IMPLEMENTED = 501;

    private static final int BEFORE_ALL_ROUTES = 2000;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(done -> {
                        int status = context.response().getStatusCode();
                        if (status >= 500 && status != NOT_IMPLEMENTED) {
                            LOG.errorf(
                                    "%s %s answered %d",
                                    context.request().method(),
                                    context.request().uri(),
                                    status);
                        }
                    });
                    context.next();
                },
                BEFORE_ALL_ROUTES);
    }
}
