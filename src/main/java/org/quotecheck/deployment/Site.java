package org.quotecheck.deployment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where readers find this deployment. */
@ApplicationScoped
public class Site {

    private static final Logger LOG = Logger.getLogger(Site.class);

    private final Optional<String> baseUrl;

    @Inject
    Site(Settings settings) {
        this(settings.baseUrl());
    }

    public Site(Optional<String> baseUrl) {
        this.baseUrl = baseUrl.map(url -> url.replaceAll("(?<!/)/+$", ""));
    }

    void warnWhereUnknown(@Observes StartupEvent start) {
        if (!isAbsolute()) {
            LOG.warn(
                    "QUOTECHECK_BASE_URL is not set: pages have no ClaimReview markup, and embeds link by path alone.");
        }
    }

    /** The public address of a path of ours, the path alone while no base URL is configured; other URLs as they are. */
    public String url(String path) {
        return path.startsWith("/") ? baseUrl.orElse("") + path : path;
    }

    /** Whether {@link #url} is absolute, as markup for search engines needs it. */
    public boolean isAbsolute() {
        return baseUrl.isPresent();
    }
}
