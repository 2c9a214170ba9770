package org.quotecheck.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Reads tokens as the library does, but has the provider's keys from {@link ProviderKeys}: the library's own cache
 * stays closed for minutes after one token with an invented key, and its fetches take up to three.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenParser extends JWTCallerPrincipalFactory {

    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser() {
        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings)
                throws UnresolvableKeyException {
            var location = settings.getPublicKeyLocation();
            return location != null && location.toLowerCase(Locale.ROOT).startsWith("http")
                    ? resolver(location)
                    : super.getVerificationKeyResolver(settings);
        }
    };

    private volatile VerificationKeyResolver providers;

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        var parsed = parser.parse(token, settings);
        var type = parsed.getJoseObjects().getFirst().getHeader("typ");
        return new Caller(token, type, parsed.getJwtClaims());
    }

    /**
     * Groups in a form other than the library expects count as none, without a stack trace in the log for each request.
     */
    private static final class Caller extends DefaultJWTCallerPrincipal {

        private final JwtClaims claims;

        Caller(String token, String type, JwtClaims claims) {
            super(token, type, claims);
            this.claims = claims;
        }

        @Override
        public Set<String> getGroups() {
            return switch (claims.getClaimValue(Claims.groups.name())) {
                case String group -> Set.of(group);
                case Collection<?> groups
                when groups.stream().allMatch(String.class::isInstance) ->
                    groups.stream().map(String.class::cast).collect(Collectors.toSet());
                case null, default -> Set.of();
            };
        }
    }

    private synchronized VerificationKeyResolver resolver(String location) {
        if (providers == null) {
            var keys = new ProviderKeys(location, System::nanoTime, ProviderKeys.PATIENCE);
            providers = (token, nesting) -> {
                try {
                    var key = keys.find(token);
                    if (key == null) {
                        throw new UnresolvableKeyException("The identity provider has no such key");
                    }
                    return key;
                } catch (ProviderKeys.Unavailable | JoseException e) {
                    throw new UnresolvableKeyException("No key", e);
                }
            };
        }
        return providers;
    }
}
