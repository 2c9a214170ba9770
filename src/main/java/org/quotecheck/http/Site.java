package org.quotecheck.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where readers find this deployment. */
@ApplicationScoped
public class Site {

    private final Optional<String> baseUrl;

    Site(@ConfigProperty(name = "quotecheck.base-url") Optional<String> baseUrl) {
        this.baseUrl = baseUrl.map(url -> url.replaceAll("/+$", ""));
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
