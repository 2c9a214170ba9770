package org.quotecheck.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/**
 * What else the organisation says about itself on its pages: a text, its paragraphs separated by empty lines, or a URL.
 */
@ConfigMapping(prefix = "quotecheck.organization")
public interface About {

    /** Of pages that do not belong to a claim, and of problems that readers see. */
    @WithDefault("en")
    @Pattern(
            regexp = Settings.LANGUAGE,
            message = "QUOTECHECK_ORGANIZATION_LANGUAGE must be a language tag, such as en")
    String language();

    Optional<String> methodology();

    Optional<String> imprint();
}
