package org.quotecheck.claim;

import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** 403: only the reviewer to whom the claim is assigned can do this. */
final class NotAssignee extends Problem {
    NotAssignee() {
        super(ProblemType.NOT_ASSIGNEE, "The claim is not assigned to you.");
    }
}
