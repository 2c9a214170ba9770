package org.quotecheck.deployment;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The identity provider of this deployment; a deployment may do without, and then knows only the public. */
@ApplicationScoped
public class IdentityProvider {

    private static final Logger LOG = Logger.getLogger(IdentityProvider.class);

    /** In application.properties: no keys. Dev and test make their own. */
    private static final String NO_KEYS = "NONE";

    private final Settings.Identity settings;
    private final Optional<String> keys;

    IdentityProvider(
            Settings settings, @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys) {
        this.settings = settings.identity();
        this.keys = keys;
    }

    public boolean isConfigured() {
        return !keys.equals(Optional.of(NO_KEYS));
    }

    void check(@Observes StartupEvent start) {
        if (settings.issuer().isPresent() != settings.jwks().isPresent()) {
            throw new ConfigurationException(
                    "QUOTECHECK_IDENTITY_ISSUER and QUOTECHECK_IDENTITY_JWKS must be set together or not at all.");
        }
        if (!isConfigured()) {
            LOG.warn("QUOTECHECK_IDENTITY_ISSUER is not set: public reads work, and calls with a token are refused.");
        }
    }
}
