package org.quotecheck.deployment;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a task to whoever would not do it. */
@ApplicationScoped
class Task {

    void check(@Observes StartupEvent start, Settings settings) {
        boolean nativeFunction =
                ImageMode.current() == ImageMode.NATIVE_RUN && System.getenv("AWS_LAMBDA_RUNTIME_API") != null;
        if (settings.task().isPresent() && !nativeFunction) {
            throw new ConfigurationException(
                    "QUOTECHECK_TASK is for the native function alone; migrate with QUARKUS_FLYWAY_MIGRATE_AT_START=true here.");
        }
    }
}
