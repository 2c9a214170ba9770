package org.quotecheck.claim;

import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** 409: what this call changes is fixed in the claim's current status. */
final class ClaimLocked extends Problem {
    ClaimLocked(ClaimStatus status) {
        super(ProblemType.CLAIM_LOCKED, "The claim is " + status + "; this cannot be changed now.");
    }
}
