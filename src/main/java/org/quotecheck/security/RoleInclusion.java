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
import org.quotecheck.deployment.Settings;
import org.quotecheck.http.DisplayedName;

/**
 * Knows each caller by the token's subject, whatever other names it has, and gives them the roles that their roles
 * include, so that checks name one role. Keeps which of them are reviewers.
 */
@ApplicationScoped
class RoleInclusion implements SecurityIdentityAugmentor {

    /** Attribute of an identity: the name that reviewers and editors read; absent where the token has none. */
    static final String NAME = "quotecheck.name";

    private static final int LONGEST_NAME = 200;

    private final String nameClaim;
    private final Reviewers reviewers;

    RoleInclusion(Settings settings, Reviewers reviewers) {
        this.nameClaim = settings.identity().nameClaim();
        this.reviewers = reviewers;
    }

    private static final int MAX_SUBJECT = 255;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || !isSubject(token.getSubject())) {
            throw new AuthenticationFailedException("The token has no subject that can be stored");
        }
        var builder = QuarkusSecurityIdentity.builder(identity).setPrincipal(new QuarkusPrincipal(token.getSubject()));
        for (var role : Role.values()) {
            if (identity.hasRole(role.code())) {
                role.included().forEach(included -> builder.addRole(included.code()));
            }
        }
        if (token.getClaim(nameClaim) instanceof String name && !shown(name).isEmpty()) {
            builder.addAttribute(NAME, shown(name));
        }
        var known = builder.build();
        var actor = Actors.of(known);
        return reviewers.areNew(actor)
                ? context.runBlocking(() -> {
                    reviewers.keep(actor);
                    return known;
                })
                : Uni.createFrom().item(known);
    }

    /** A name that hides and reorders nothing, and is short enough to be read. */
    private static String shown(String name) {
        var shown = DisplayedName.Check.shown(name).strip();
        return shown.substring(
                0, shown.offsetByCodePoints(0, Math.min(LONGEST_NAME, shown.codePointCount(0, shown.length()))));
    }

    /** Also a space that does not break, which the language counts as no white space. */
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Names one person forever: RFC 7519, section 4.1.2, as OpenID Connect Core 1.0, section 2 bounds it. */
    static boolean isSubject(String subject) {
        return subject != null
                && !subject.codePoints().allMatch(RoleInclusion::isBlank)
                && subject.length() <= MAX_SUBJECT
                && subject.codePoints()
                        .allMatch(c -> !Character.isISOControl(c)
                                && Character.getType(c) != Character.SURROGATE
                                && Character.getType(c) != Character.FORMAT);
    }
}
