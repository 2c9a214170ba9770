package org.quotecheck.match;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.quotecheck.claim.ClaimView;

/** Claims that are near to the words asked for, best first. */
@RegisterForReflection
record MatchesView(List<MatchView> items) {

    /**
     * @param score 0 to 1, see {@link Comparison}
     * @param why the reasons in English
     */
    @RegisterForReflection
    record MatchView(ClaimView claim, double score, List<String> why, List<Reason> reasons) {}
}
