package org.quotecheck.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/**
 * What the organisation says of itself on its pages; each text is one, its paragraphs parted by an empty line, or a
 * URL.
 */
@ConfigMapping(prefix = "quotecheck.organization")
public interface About {

    /** Of pages that belong to no claim, and of problems that readers see. */
    @WithDefault("en")
    @Pattern(
            regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
            message = "QUOTECHECK_ORGANIZATION_LANGUAGE must be a language tag, such as en")
    String language();

    /** A picture of at most some kilobytes, as a data URL, since pages load nothing from others. */
    Optional<
                    @Pattern(
                            regexp = "data:image/(png|webp|jpeg|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}",
                            message =
                                    "QUOTECHECK_ORGANIZATION_LOGO must be a data URL, such as data:image/png;base64,…")
                    String>
            logo();

    Optional<String> methodology();

    Optional<String> correctionsPolicy();

    Optional<String> imprint();
}
