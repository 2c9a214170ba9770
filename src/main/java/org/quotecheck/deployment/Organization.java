package org.quotecheck.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** The fact-checking organisation that this deployment serves. */
@ConfigMapping(prefix = "quotecheck.organization")
public interface Organization {

    String DEFAULT_NAME = "Quotecheck";
    String DEFAULT_URL = "/";

    @WithDefault(DEFAULT_NAME)
    String name();

    /** The organisation's own site; otherwise this service's start page. */
    @WithDefault(DEFAULT_URL)
    @Pattern(regexp = Settings.LINK, message = "QUOTECHECK_ORGANIZATION_URL must be an http or https URL, or a path")
    String url();

    /** A picture of at most some kilobytes, as a data URL, since pages load nothing from others; served at /logo. */
    Optional<
                    @Pattern(
                            regexp = Settings.PICTURE,
                            message =
                                    "QUOTECHECK_ORGANIZATION_LOGO must be a data URL, such as data:image/png;base64,…")
                    String>
            logo();

    /** How it corrects itself: a text, its paragraphs separated by empty lines, or a URL. */
    Optional<String> correctionsPolicy();
}
