package org.quotecheck.security;

import java.util.Set;

/**
 * Who acts: the token's opaque subject with its roles.
 *
 * @param subject null for the public, who has no roles
 */
public record Actor(String subject, Set<Role> roles) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this is the person of that subject; nobody is the public. */
    public boolean is(String otherSubject) {
        return subject != null && subject.equals(otherSubject);
    }
}
