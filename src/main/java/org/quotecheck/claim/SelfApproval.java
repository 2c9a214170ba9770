package org.quotecheck.claim;

import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** 403: nobody publishes what they proposed themselves. */
final class SelfApproval extends Problem {
    SelfApproval() {
        super(ProblemType.SELF_APPROVAL, "You worked on this verdict yourself; another editor must publish it.");
    }
}
