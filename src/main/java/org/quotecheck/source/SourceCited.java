package org.quotecheck.source;

import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** 409: the verdict draft names the source, and would silently cite other sources without it. */
public final class SourceCited extends Problem {
    public SourceCited() {
        super(ProblemType.SOURCE_CITED, "The verdict draft cites this source; take it out of the draft first.");
    }
}
