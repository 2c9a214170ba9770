package org.quotecheck.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.quotecheck.deployment.Settings;

/**
 * Which pages of other origins may call what (CORS; the Fetch standard, section 3.3): open reads all, everything else
 * those of the origins that this deployment names. Never with credentials: there are none except the token.
 */
@ApplicationScoped
public class CrossOrigin {

    static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private static final String EXPOSED =
            "ETag, Link, Location, Retry-After, X-Request-Id, Idempotency-Replayed, WWW-Authenticate, Allow";
    private static final String ALLOWED =
            "Authorization, Content-Encoding, Content-Type, If-Match, If-None-Match, Idempotency-Key, "
                    + "X-Request-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name";

    private final Set<String> origins;

    CrossOrigin(Settings settings) {
        this.origins = Set.copyOf(settings.cors().origins().orElse(List.of()));
    }

    /** What an answer that everybody may read has. */
    public static void open(BiConsumer<String, String> set) {
        set.accept(ALLOW_ORIGIN, "*");
        set.accept("Access-Control-Expose-Headers", EXPOSED);
    }

    /** What an answer has that pages of the named origins may read, and no others. */
    public static void vary(UnaryOperator<String> own, BiConsumer<String, String> set) {
        Audience.vary(own, set, "Origin");
    }

    /** Adds what the answer to this request has. */
    void complete(RoutingContext context) {
        var headers = context.response().headers();
        if (headers.contains(ALLOW_ORIGIN)) {
            return;
        }
        var operation = Operations.of(context);
        if (operation != null && operation.isOpen()) {
            open(headers::set);
            return;
        }
        vary(headers::get, headers::set);
        if (isListed(context)) {
            open(headers::set);
            headers.set(ALLOW_ORIGIN, context.request().getHeader("Origin"));
        }
    }

    /** Answers a browser that asks before it calls. */
    void preflight(RoutingContext context, Map<String, Operation> operations) {
        var requested = context.request().getHeader("Access-Control-Request-Method");
        var asked = requested == null || context.request().getHeader("Origin") == null
                ? null
                : operations.get(requested.equals("HEAD") ? "GET" : requested);
        if (asked == null || !asked.isOpen() && !isListed(context)) {
            return;
        }
        var headers = context.response().headers();
        if (asked.isOpen()) {
            Operations.put(context, asked);
        }
        var methods = new TreeSet<String>();
        operations.forEach((verb, operation) -> {
            if (operation.isOpen() || !asked.isOpen()) {
                methods.add(verb);
            }
        });
        headers.set("Access-Control-Allow-Methods", String.join(", ", Operations.withHead(methods)));
        headers.set("Access-Control-Allow-Headers", ALLOWED);
        headers.set("Access-Control-Max-Age", "7200");
    }

    private boolean isListed(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        return origin != null && context.request().headers().getAll("Origin").size() == 1 && origins.contains(origin);
    }
}
