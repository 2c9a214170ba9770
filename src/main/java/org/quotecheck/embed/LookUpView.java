package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.quotecheck.match.Reason;

/** What is known of each page and text, in the order of the question. */
@RegisterForReflection
record LookUpView(List<PageFound> urls, List<PageFound> urlHashes, List<TextFound> texts) {

    /** @param leftOut true where the answer has no room for it; then nothing else is there */
    @RegisterForReflection
    record PageFound(Embeds.Page article, List<EmbedClaimView> claims, Boolean leftOut) {

        static final PageFound LEFT_OUT = new PageFound(null, null, true);
    }

    /** The nearest first. */
    @RegisterForReflection
    record TextFound(List<PublishedMatchView> matches, Boolean leftOut) {

        static final TextFound LEFT_OUT = new TextFound(null, true);
    }

    /**
     * @param score 0 to 1; at 0.7 or more nothing suggests that they are different claims
     * @param why the reasons in English
     */
    @RegisterForReflection
    record PublishedMatchView(EmbedClaimView claim, double score, List<String> why, List<Reason> reasons) {}
}
