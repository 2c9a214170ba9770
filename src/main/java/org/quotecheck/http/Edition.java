package org.quotecheck.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every public answer is made of beside its data, so that a new release, name or address makes new entity tags. */
@ApplicationScoped
public class Edition {

    private static final int LENGTH = 32;
    private static final int CODE_LENGTH = 6;

    private final String edition;

    Edition(Site site, Organization organization, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.edition = String.join("\n", version, site.url("/"), organization.name(), organization.url());
    }

    /** A strong entity tag with its quotes. @param state what tells this answer from any other of its address */
    public String etag(String state) {
        return '"' + Sha256.hex(edition + '\n' + state).substring(0, LENGTH) + '"';
    }

    /** A short code for entity tags that say their version in clear. @param settings what else such answers depend on */
    public String code(String settings) {
        return Sha256.hex(edition + '\n' + settings).substring(0, CODE_LENGTH);
    }
}
