package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.quotecheck.http.Characters;
import org.quotecheck.verdict.RevisionKind;

/** A transition as it is asked for; members that it does not use are refused. */
@RegisterForReflection
record RequestTransition(
        @NotNull ClaimStatus to,
        @Characters(min = 1, max = 1000) String reason,
        @Characters(min = 1, max = 2000) String comment,
        @Characters(min = 1, max = 255) String assignee,
        UUID duplicateOf,
        @Characters(min = 1, max = 2000) String publicNote,
        RevisionKind kind) {}
