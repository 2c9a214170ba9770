package org.quotecheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quotecheck.problem.ProblemMapper;

/**
 * The headers that every answer carries, whoever made it: request id, cache policy by path, CORS on the embeds alone,
 * and what keeps browsers from doing more than they should.
 */
@ApplicationScoped
public class ResponseHeaders {

    /** Embeds, pages and what belongs to them: a correction is seen everywhere within 300 s. */
    static final String SHORT = "public, max-age=60, s-maxage=180, stale-while-revalidate=60, stale-if-error=86400";

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final int BEFORE_ALL_ROUTES = 1000;

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL_ROUTES);
    }

    private void handle(RoutingContext context) {
        var requestId = requestId(context.request().getHeader("X-Request-Id"));
        context.put(ProblemMapper.REQUEST_ID, requestId);
        var response = context.response();
        context.addHeadersEndHandler(done -> complete(
                response.headers()::get,
                response.headers()::set,
                response.getStatusCode(),
                context.normalizedPath(),
                requestId));
        context.next();
    }

    /**
     * Adds to an answer's own headers what every answer has
     *
     * @param own gives a header that is there, or null
     * @param set puts one, whatever was there
     */
    public static void complete(
            UnaryOperator<String> own, BiConsumer<String, String> set, int status, String path, String requestId) {
        set.accept("X-Request-Id", requestId);
        set.accept("X-Content-Type-Options", "nosniff");
        set.accept("Referrer-Policy", "strict-origin-when-cross-origin");
        set.accept("Strict-Transport-Security", "max-age=31536000");
        boolean embed = path.startsWith("/embed/");
        set.accept("Cross-Origin-Resource-Policy", embed ? "cross-origin" : "same-origin");
        if (embed) {
            set.accept("Access-Control-Allow-Origin", "*");
        }
        if (!path.startsWith("/q/") && own.apply("Content-Security-Policy") == null) {
            var type = own.apply("Content-Type");
            set.accept(
                    "Content-Security-Policy",
                    type != null && type.startsWith("text/html") ? PAGE_POLICY : DATA_POLICY);
        }
        if (status >= 400 || own.apply("Cache-Control") == null) {
            set.accept("Cache-Control", cachePolicy(status, path));
        }
        if (path.startsWith("/v1/")) {
            set.accept("Vary", "Authorization");
        }
    }

    private static String cachePolicy(int status, String path) {
        if (status >= 400 || path.startsWith("/q/") || path.startsWith("/dev/")) {
            return "no-store";
        }
        return path.startsWith("/v1/") ? "private, no-cache" : SHORT;
    }

    /**
     * The caller's own id where it is harmless in a log, else that of a gateway before us, which adds its own after the
     * caller's; else a new one
     */
    public static String requestId(String given) {
        return Stream.ofNullable(given)
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .filter(id -> id.matches("[A-Za-z0-9._=-]{1,64}"))
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
