package org.quotecheck.console;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.quotecheck.deployment.Settings;

/**
 * The console's Content-Security-Policy: our origin and the identity provider's, nothing else. The page may frame
 * itself alone, which is how it comes back from a silent renewal.
 */
final class ConsolePolicy {

    private ConsolePolicy() {}

    static String of(Settings settings) {
        var provider = String.join(" ", origins(settings));
        return ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "connect-src 'self' %1$s; frame-src 'self' %1$s; base-uri 'none'; "
                        + "form-action 'self'; frame-ancestors 'self'; "
                        + "require-trusted-types-for 'script'; trusted-types lit-html explanation")
                .formatted(provider)
                .replace(" ;", ";");
    }

    private static LinkedHashSet<String> origins(Settings settings) {
        var origins = new LinkedHashSet<String>();
        if (settings.console().clientId().isPresent()) {
            settings.identity().issuer().flatMap(ConsolePolicy::origin).ifPresent(origins::add);
            settings.console().providerOrigins().ifPresent(origins::addAll);
        }
        return origins;
    }

    /** An issuer that is not a URL has none. */
    private static Optional<String> origin(String issuer) {
        return Optional.of(issuer)
                .filter(url -> url.matches(Settings.HTTP_URL))
                .map(URI::create)
                .map(url -> url.getScheme() + "://" + url.getRawAuthority());
    }
}
