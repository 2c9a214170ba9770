package org.quotecheck.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.quotecheck.digest.Sha256;

/**
 * What every public answer is made from besides its data, so that a new release, name or address makes new entity tags.
 */
@ApplicationScoped
public class Edition {

    private static final int LENGTH = 32;
    private static final int CODE_LENGTH = 6;

    private static final String VERSION = read();

    private final String edition;

    @Inject
    Edition(Site site, Organization organization, Settings settings) {
        this(site, organization, settings.labels());
    }

    /** @param labels a deployment's own words */
    public Edition(Site site, Organization organization, Optional<String> labels) {
        this.edition = String.join(
                "\n",
                VERSION,
                site.url("/"),
                organization.name(),
                organization.url(),
                organization.logo().orElse(""),
                organization.correctionsPolicy().orElse(""),
                labels.orElse(""));
    }

    /**
     * A strong entity tag with its quotes
     *
     * @param state what distinguishes this answer from any other of its address
     */
    public String etag(String state) {
        return '"' + Sha256.hex(edition + '\n' + state).substring(0, LENGTH) + '"';
    }

    /**
     * A short code for entity tags that say their version in clear
     *
     * @param settings what else such answers depend on
     */
    public String code(String settings) {
        return Sha256.hex(edition + '\n' + settings).substring(0, CODE_LENGTH);
    }

    /** Of this release. */
    public static String version() {
        return VERSION;
    }

    private static String read() {
        try (var version = Edition.class.getResourceAsStream("version.txt")) {
            return new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
