package org.quotecheck.verdict;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.quotecheck.deployment.Settings;

/** Takes a deployment's own words before anything is answered. */
@ApplicationScoped
class OwnLabels {

    void take(@Observes StartupEvent started, Settings settings) {
        try {
            Labels.override(settings.labels().orElse(null));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("QUOTECHECK_LABELS: " + e.getMessage() + ".");
        }
    }
}
