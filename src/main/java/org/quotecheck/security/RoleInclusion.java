package org.quotecheck.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Knows each caller by the token's subject, whatever other names it has, and gives them the roles that their roles
 * include, so that checks name one role.
 */
@ApplicationScoped
class RoleInclusion implements SecurityIdentityAugmentor {

    private static final int MAX_SUBJECT = 255;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || !isSubject(token.getSubject())) {
            throw new AuthenticationFailedException("The token has no subject that could be kept");
        }
        var builder = QuarkusSecurityIdentity.builder(identity).setPrincipal(new QuarkusPrincipal(token.getSubject()));
        for (var role : Role.values()) {
            if (identity.hasRole(role.code())) {
                role.included().forEach(included -> builder.addRole(included.code()));
            }
        }
        return Uni.createFrom().item(builder.build());
    }

    /** Names one person for ever: RFC 7519, section 4.1.2, as OpenID Connect Core 1.0, section 2 bounds it. */
    static boolean isSubject(String subject) {
        return subject != null
                && !subject.isBlank()
                && subject.length() <= MAX_SUBJECT
                && subject.codePoints()
                        .allMatch(c -> !Character.isISOControl(c)
                                && Character.getType(c) != Character.SURROGATE
                                && Character.getType(c) != Character.FORMAT);
    }
}
