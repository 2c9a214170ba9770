package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.quotecheck.security.KeptActor;

/** A move from status to status. */
@RegisterForReflection
record TransitionView(
        ClaimStatus from,
        ClaimStatus to,
        Instant at,
        KeptActor actor,
        String reason,
        String comment,
        PendingRetraction pendingRetraction) {}
