package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.quotecheck.address.Host;
import org.quotecheck.address.HostName;
import org.quotecheck.http.Characters;
import org.quotecheck.http.DisplayedName;

/**
 * Who publishes an article.
 *
 * @param name the publisher's name
 * @param site host name of the publisher's site; of an address its host is taken
 */
@RegisterForReflection
public record Publisher(
        @DisplayedName @Characters(min = 1, max = 200) String name,

        @HostName @Characters(min = 1, max = Publisher.MAX_SITE)
        String site) {

    private static final int MAX_SITE = 253;

    /** What is too long stays as it was sent, and is refused. */
    public Publisher {
        site = site == null || site.length() > MAX_SITE ? site : Host.of(site).orElse(site);
    }
}
