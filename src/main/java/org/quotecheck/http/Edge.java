package org.quotecheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.quotecheck.deployment.Settings;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/**
 * The content delivery network in front of the service. Where its secret is configured, requests come through it or are
 * refused (403, except health), and what it says about the caller is believed.
 */
@ApplicationScoped
public class Edge {

    /** The header that carries the secret. */
    public static final String SECRET_HEADER = "X-Origin-Verify";

    /** CloudFront's: the caller's address and port. */
    private static final String CALLER_HEADER = "CloudFront-Viewer-Address";

    /** After {@link ResponseHeaders}, before all routes. */
    private static final int PRIORITY = 900;

    private final String secret;
    private final TrustedProxies proxies;
    private final Refusals refusals;

    Edge(Settings settings, TrustedProxies proxies, Refusals refusals) {
        this.proxies = proxies;
        this.secret = settings.edge().secret().orElse(null);
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        if (secret != null) {
            filters.register(this::check, PRIORITY);
        }
    }

    private void check(RoutingContext context) {
        if (isSecret(secret, context.request().getHeader(SECRET_HEADER))
                || context.normalizedPath().startsWith("/q/health")) {
            context.next();
            return;
        }
        refusals.send(context, refusal());
    }

    /** The answer to anyone who bypasses the edge. */
    public static Problem refusal() {
        return new Problem(ProblemType.EDGE_ONLY, "This address is not open to the public.");
    }

    /**
     * Whether the header holds the secret; takes as long for a wrong one
     *
     * @param secret two with a blank between them while the edge goes over from one to the other
     * @param given null where there is none
     */
    public static boolean isSecret(String secret, String given) {
        boolean found = false;
        for (var each : secret.split(" ")) {
            found |= given != null
                    && MessageDigest.isEqual(
                            each.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /** The caller's address, without its port. */
    String caller(RoutingContext context) {
        var told = secret == null ? null : context.request().getHeader(CALLER_HEADER);
        return told != null && told.lastIndexOf(':') > 0
                ? told.substring(0, told.lastIndexOf(':'))
                : proxies.caller(
                        context.request().remoteAddress().hostAddress(),
                        context.request().headers().getAll("X-Forwarded-For"));
    }
}
