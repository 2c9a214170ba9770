package org.quotecheck.verdict;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Reports at start-up which labels have to be shown in English because their own language has none. */
@ApplicationScoped
class MissingLabels {

    private static final Logger LOG = Logger.getLogger(MissingLabels.class);

    void tell(@Observes StartupEvent started) {
        if (!Labels.MISSING.isEmpty()) {
            LOG.warnf("These labels are missing and shown in English: %s", String.join(", ", Labels.MISSING));
        }
    }
}
