package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A move from status to status. */
@RegisterForReflection
record TransitionView(ClaimStatus from, ClaimStatus to, Instant at, String actor, String reason, String comment) {}
