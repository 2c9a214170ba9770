package org.quotecheck.security;

import java.util.Set;

/**
 * Who acts: the token's opaque subject with its roles.
 *
 * @param subject null for the public, who has no roles
 * @param name to be shown to reviewers and editors; null where the token has none
 */
public record Actor(String subject, String name, Set<Role> roles) {

    /** Anyone who sends no token. */
    public static final Actor PUBLIC = new Actor(null, null, Set.of());

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this is the person of that subject; nobody is the public. */
    public boolean is(String otherSubject) {
        return subject != null && subject.equals(otherSubject);
    }

    public boolean is(KeptActor other) {
        return other != null && is(other.id());
    }

    /** As it is kept with what this one does. */
    public KeptActor kept() {
        return new KeptActor(subject, name);
    }
}
