package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A transition as it is asked for; known members that its target does not use are ignored. */
@RegisterForReflection
record RequestTransition(
        @NotNull ClaimStatus to,
        @Size(min = 1, max = 1000) String reason,
        @Size(min = 1, max = 2000) String comment,
        UUID duplicateOf,
        @Size(min = 1, max = 2000) String publicNote,
        RevisionKind kind) {}
