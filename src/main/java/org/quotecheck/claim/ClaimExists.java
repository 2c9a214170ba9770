package org.quotecheck.claim;

import java.util.UUID;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** 409 with {@code claim}, the id of another claim that has these very words and this claimant. */
final class ClaimExists extends Problem {
    ClaimExists(UUID other) {
        super(ProblemType.CLAIM_EXISTS, "Another claim has these words and this claimant.");
        with("claim", other);
    }
}
