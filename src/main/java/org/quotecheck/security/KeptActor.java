package org.quotecheck.security;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Embeddable;

/**
 * Who did something, as it is kept with what was done, and as reviewers and editors read it.
 *
 * @param id the token's subject
 * @param name as it was shown then; null where the token had none
 */
@Embeddable
@RegisterForReflection
public record KeptActor(String id, String name) {

    /** The name alone, as the public sees it where names are shown; null where none was kept. */
    public static KeptActor nameOf(KeptActor actor) {
        return actor == null || actor.name == null ? null : new KeptActor(null, actor.name);
    }
}
