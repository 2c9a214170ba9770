package org.quotecheck.claim;

import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** 409: the same claim was rejected before; says nothing about its content. */
final class ClaimRejected extends Problem {
    ClaimRejected() {
        super(ProblemType.CLAIM_REJECTED, "This claim was submitted before and rejected.");
    }
}
