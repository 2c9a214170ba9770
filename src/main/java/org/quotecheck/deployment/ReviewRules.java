package org.quotecheck.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How this deployment reviews. */
@ConfigMapping(prefix = "quotecheck.review")
public interface ReviewRules {

    /** Nobody approves their own proposal; false for a deployment with one reviewer, whose verdicts say so. */
    @WithDefault("true")
    @WithConverter(TrueOrFalse.class)
    boolean secondPerson();

    /** Whether revisions show who proposed and approved them. */
    @WithDefault("false")
    @WithConverter(TrueOrFalse.class)
    boolean namesShown();
}
