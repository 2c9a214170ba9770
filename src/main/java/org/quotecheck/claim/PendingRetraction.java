package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** An editor's wish to take the verdict back, which another editor decides. */
@Embeddable
@RegisterForReflection
public record PendingRetraction(
        @Column(name = "retraction_by") String by,
        @Column(name = "retraction_at") Instant at,
        @Column(name = "retraction_note") String publicNote) {}
