package org.quotecheck.claim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this deployment reviews. */
@ConfigMapping(prefix = "quotecheck.review")
public interface ReviewRules {

    /** Nobody approves their own proposal; false for a deployment with one reviewer, whose verdicts say so. */
    @WithDefault("true")
    boolean secondPerson();

    /** Whether revisions show who proposed and approved them. */
    @WithDefault("false")
    boolean namesShown();
}
