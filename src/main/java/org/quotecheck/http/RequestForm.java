package org.quotecheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.regex.Pattern;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/**
 * Refuses requests whose first lines are not what the service accepts, before anything interprets them. A path has one
 * spelling: parameters of segments, encoded slashes, empty and dot segments mean different things to different
 * programs, here or on the way, so they name nothing. Any page may read the refusal, which says nothing else.
 */
@ApplicationScoped
public class RequestForm {

    static final int MAX_LINE = 16_384;
    static final int MAX_HEADERS = 16_384;

    private static final int BEFORE_THE_EDGE = 950;

    /** Letters, digits and what RFC 3986 lets stand for itself, in a path without escapes. */
    private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@/-]*+");

    private static final Pattern PLAIN_QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,=:@/?%-]*+");

    private static final Pattern ENCODED =
            Pattern.compile("(?:[^%\\\\{}|^`<>\"#\\x00-\\x20\\x7f]++|%[0-9a-fA-F]{2})*+");
    /** An absolute form without a host (RFC 9112, section 3.2.2). */
    private static final Pattern NO_HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*+://(?:[/?].*)?");
    /** Semicolon, backslash, empty or dot segment, or an encoded dot, slash, semicolon or backslash. */
    private static final Pattern ANOTHER_SPELLING =
            Pattern.compile("[;\\\\]|//|/\\.{1,2}(?=/|$)|%(?:2[eEfF]|3[bB]|5[cC])");
    /** RFC 3986, section 3.2.2, and a port. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=%:\\[\\]-]{1,300}");

    private final Refusals refusals;

    RequestForm(Refusals refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_THE_EDGE);
    }

    private void handle(RoutingContext context) {
        var problem = problem(context.request());
        if (problem == null) {
            context.next();
            return;
        }
        context.response().putHeader("Connection", "close").putHeader("Access-Control-Allow-Origin", "*");
        refusals.send(context, problem);
    }

    private static Problem problem(HttpServerRequest request) {
        if (request.uri().length() > MAX_LINE) {
            return new Problem(
                    ProblemType.URI_TOO_LONG, "The request's address must not exceed " + MAX_LINE + " characters.");
        }
        int length = 0;
        for (var header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        if (length > MAX_HEADERS) {
            return new Problem(ProblemType.HEADERS_TOO_LARGE, "The headers must not exceed 16 KiB in total.");
        }
        var host = host(request);
        return host != null ? host : target(request);
    }

    private static Problem host(HttpServerRequest request) {
        var hosts = request.headers().getAll("Host");
        if (hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches()) {
            return Problem.malformed("Exactly one Host header is required, with a host and at most a port.");
        }
        return null;
    }

    private static Problem target(HttpServerRequest request) {
        var path = request.path();
        if (path == null
                || !path.startsWith("/")
                || ANOTHER_SPELLING.matcher(path).find()) {
            return Problem.notFound();
        }
        return isEncoded(request.uri())
                ? null
                : Problem.malformed(
                        "An address must consist of the characters of RFC 3986, with two hexadecimal digits after "
                                + "each %.");
    }

    /**
     * Whether each percent sign begins an octet (RFC 3986, section 2.1), nothing stands for itself that no address has,
     * such as a backslash that may pass for a slash, and no host is left out.
     */
    static boolean isEncoded(String target) {
        return ENCODED.matcher(target).matches()
                && (target.startsWith("/") || !NO_HOST.matcher(target).matches());
    }

    /**
     * Whether all who read such a request read the same, and nothing of it is refused here
     *
     * @param query raw; empty where there is none
     * @param headers by their names in lower case
     */
    public static boolean isPlain(String path, String query, Map<String, String> headers) {
        int length = headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
        return path.length() + 1 + query.length() <= MAX_LINE
                && length <= MAX_HEADERS
                && HOST.matcher(headers.getOrDefault("host", "localhost")).matches()
                && PLAIN_PATH.matcher(path).matches()
                && !ANOTHER_SPELLING.matcher(path).find()
                && PLAIN_QUERY.matcher(query).matches()
                && isEncoded(query);
    }
}
