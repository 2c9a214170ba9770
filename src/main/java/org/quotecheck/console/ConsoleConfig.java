package org.quotecheck.console;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.quotecheck.deployment.Settings;

/**
 * What the console must know before anybody has signed in; none of it is secret.
 *
 * @param signIn {@code provider}, {@code dev} or {@code none}
 * @param resource whom access tokens are to be for (RFC 8707); null where the provider needs no such word
 */
@RegisterForReflection
record ConsoleConfig(
        String signIn,
        String organization,
        String issuer,
        String clientId,
        String scope,
        String resource,
        String token) {

    static ConsoleConfig of(Settings settings, String organization, boolean devMode) {
        var console = settings.console();
        Optional<String> issuer = settings.identity().issuer().map(String::valueOf);
        if (issuer.isEmpty() || console.clientId().isEmpty()) {
            return new ConsoleConfig(devMode ? "dev" : "none", organization, null, null, null, null, null);
        }
        return new ConsoleConfig(
                "provider",
                organization,
                issuer.get(),
                console.clientId().get(),
                console.scope(),
                console.resource().orElse(null),
                console.token());
    }
}
