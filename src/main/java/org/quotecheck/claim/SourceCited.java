package org.quotecheck.claim;

import org.quotecheck.http.Problem;
import org.quotecheck.http.ProblemType;

/** 409: the verdict draft names the source, and would silently cite others without it. */
final class SourceCited extends Problem {
    SourceCited() {
        super(ProblemType.SOURCE_CITED, "The verdict draft cites this source; take it out of the draft first.");
    }
}
