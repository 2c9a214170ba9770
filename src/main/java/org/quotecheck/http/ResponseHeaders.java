package org.quotecheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * The headers that every answer carries, whoever made it: request id, cache policy by path, CORS on the embeds alone,
 * and what keeps browsers from doing more than they should.
 */
@ApplicationScoped
public class ResponseHeaders {

    /** Embeds, pages and what belongs to them: a correction is seen everywhere within 300 s. */
    static final String SHORT = "public, max-age=60, s-maxage=180, stale-while-revalidate=60, stale-if-error=86400";

    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final int BEFORE_ALL_ROUTES = 1000;

    /** Under which the routing context knows the request's id. */
    static final String REQUEST_ID = "requestId";

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL_ROUTES);
    }

    private void handle(RoutingContext context) {
        var requestId = requestId(context.request().getHeader("X-Request-Id"));
        context.put(REQUEST_ID, requestId);
        context.addHeadersEndHandler(done -> complete(context.response().headers(), context.response().getStatusCode(), context.normalizedPath(), requestId));
        context.next();
    }

    /** Adds to an answer's own headers what every answer has. */
    public static void complete(MultiMap headers, int status, String path, String requestId) {
        headers.set("X-Request-Id", requestId);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Strict-Transport-Security", "max-age=31536000");
        boolean embed = path.startsWith("/embed/");
        headers.set("Cross-Origin-Resource-Policy", embed ? "cross-origin" : "same-origin");
        if (embed) {
            headers.set("Access-Control-Allow-Origin", "*");
        }
        var type = headers.get("Content-Type");
        if (!path.startsWith("/q/")) {
            set(headers, "Content-Security-Policy", type != null && type.startsWith("text/html") ? PAGE_POLICY : DATA_POLICY);
        }
        if (status >= 400) {
            headers.set("Cache-Control", "no-store");
        } else if (path.startsWith("/v1/")) {
            set(headers, "Cache-Control", "private, no-cache");
        } else if (!path.startsWith("/q/") && !path.startsWith("/dev/")) {
            set(headers, "Cache-Control", SHORT);
        } else {
            set(headers, "Cache-Control", "no-store");
        }
        if (path.startsWith("/v1/")) {
            headers.set("Vary", "Authorization");
        }
    }

    private static void set(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    /** The caller's own id where it is harmless in a log, else a new one. */
    public static String requestId(String given) {
        return given != null && given.matches("[A-Za-z0-9._-]{1,64}") ? given : UUID.randomUUID().toString();
    }
}
