package org.quotecheck.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells who makes the current request. */
@ApplicationScoped
public class Actors {

    private final SecurityIdentity identity;

    Actors(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller; the public if no token was sent. A token that is not valid is 401, wherever it is read. */
    public Actor current() {
        return identity.isAnonymous() ? Actor.PUBLIC : of(identity);
    }

    static Actor of(SecurityIdentity identity) {
        return new Actor(
                identity.getPrincipal().getName(),
                identity.getAttribute(RoleInclusion.NAME),
                Arrays.stream(Role.values())
                        .filter(role -> identity.hasRole(role.code()))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
