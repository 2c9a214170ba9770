package org.quotecheck.claim;

import java.util.List;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** 409 with {@code allowed}: no way leads there from the claim's present status. */
final class IllegalTransition extends Problem {
    IllegalTransition(ClaimStatus from, ClaimStatus to, List<ClaimStatus> allowed) {
        super(ProblemType.ILLEGAL_TRANSITION, "A claim that is " + from + " cannot become " + to + " now.");
        with("allowed", allowed);
    }
}
