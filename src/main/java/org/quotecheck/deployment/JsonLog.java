package org.quotecheck.deployment;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;

/**
 * Has the log written in {@link JsonLines}, where {@code QUOTECHECK_LOG_JSON} says so, before anything else is logged.
 */
@ApplicationScoped
class JsonLog {

    void begin(@Observes @Priority(1) StartupEvent start, Settings settings) {
        if (settings.log().json()) {
            format(LogContext.getLogContext().getLogger("").getHandlers());
        }
    }

    /** Of the innermost ones: others pass records on to them. */
    private static void format(Handler... handlers) {
        for (var handler : handlers) {
            if (handler instanceof ExtHandler outer && outer.getHandlers().length > 0) {
                format(outer.getHandlers());
            } else {
                handler.setFormatter(new JsonLines());
            }
        }
    }
}
