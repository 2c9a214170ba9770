package org.quotecheck.claim;

import org.quotecheck.http.Problem;
import org.quotecheck.http.ProblemType;

/** 403: only the reviewer to whom the claim is assigned does this. */
final class NotAssignee extends Problem {
    NotAssignee() {
        super(ProblemType.NOT_ASSIGNEE, "The claim is not assigned to you.");
    }
}
