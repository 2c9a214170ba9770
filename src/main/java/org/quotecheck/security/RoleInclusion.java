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

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            throw new AuthenticationFailedException("The token has no subject");
        }
        var builder = QuarkusSecurityIdentity.builder(identity).setPrincipal(new QuarkusPrincipal(token.getSubject()));
        for (var role : Role.values()) {
            if (identity.hasRole(role.code())) {
                role.included().forEach(included -> builder.addRole(included.code()));
            }
        }
        return Uni.createFrom().item(builder.build());
    }
}
