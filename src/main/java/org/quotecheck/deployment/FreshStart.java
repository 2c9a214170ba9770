package org.quotecheck.deployment;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * Says that dev mode begins with an empty database: it was told to, or the schema is not the one that created its data.
 */
@Singleton
@IfBuildProfile("dev")
class FreshStart implements FlywayConfigurationCustomizer, Callback {

    private static final Logger LOG = Logger.getLogger(FreshStart.class);

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(this);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_CLEAN;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        LOG.warn("Dev mode starts afresh, without the earlier data:"
                + " the schema has changed, or a reset was requested.");
    }

    @Override
    public String getCallbackName() {
        return "fresh start";
    }
}
