package org.quotecheck.claim;

import java.time.Instant;

/** A move from status to status. */
record TransitionView(ClaimStatus from, ClaimStatus to, Instant at, String actor, String reason, String comment) {}
