package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.quotecheck.digest.StoredPart;
import org.quotecheck.security.KeptActor;

/** An editor's request to retract the verdict, which another editor decides on. */
@Embeddable
@RegisterForReflection
public record PendingRetraction(
        @AttributeOverride(name = "id", column = @Column(name = "retraction_by"))
        @AttributeOverride(name = "name", column = @Column(name = "retraction_by_name"))
        KeptActor by,

        @Column(name = "retraction_at") Instant at,
        @Column(name = "retraction_note") String publicNote)
        implements StoredPart {

    /** Whether it says who asked, and when. */
    @Override
    public boolean hasAll() {
        return by != null && by.id() != null && at != null;
    }
}
