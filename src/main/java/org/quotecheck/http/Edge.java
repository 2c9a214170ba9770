package org.quotecheck.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.quotecheck.deployment.Settings;
import org.quotecheck.digest.Json;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.problem.ProblemView;

/**
 * The content delivery network before the service. Where its secret is configured, requests come through it or are
 * refused (403, health aside), and what it says of the caller is believed.
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
    private final ObjectMapper json;

    Edge(Settings settings, ObjectMapper json) {
        this.secret = settings.edge().secret().orElse(null);
        this.json = json;
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
        var problem = new Problem(ProblemType.EDGE_ONLY, "This address is not for the public.");
        context.response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemView.MEDIA_TYPE)
                .end(Json.text(json, ProblemView.of(problem, context.request().path())));
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
                : context.request().remoteAddress().hostAddress();
    }
}
