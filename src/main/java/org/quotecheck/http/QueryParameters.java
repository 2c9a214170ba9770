package org.quotecheck.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.quotecheck.problem.Problem;

/**
 * Refuses query parameters that the operation does not have, that come twice, or that are not UTF-8, and names those
 * that it has: a misspelt filter would list everything.
 */
class QueryParameters {

    private static final int MOST_NAMED = 5;
    private static final int LONGEST_NAMED = 40;

    /**
     * @param resource asked for so that the framework keeps the methods' annotations in a native executable
     * @throws Problem 400
     */
    @ServerRequestFilter
    void check(RoutingContext context, ResourceInfo resource) {
        var operation = Operations.of(context);
        var query = context.request().query();
        if (operation == null || !operation.isStrict() || query == null) {
            return;
        }
        var seen = new LinkedHashSet<String>();
        var repeated = new LinkedHashSet<String>();
        for (var pair : query.split("&")) {
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            decode(pair.substring(equals + 1));
            if (!pair.isEmpty() && !seen.add(name)) {
                repeated.add(name);
            }
        }
        seen.removeAll(operation.parameters());
        if (!seen.isEmpty()) {
            throw Problem.malformed("Unknown query parameter" + (seen.size() == 1 ? ": " : "s: ") + list(seen) + "; "
                    + (operation.parameters().isEmpty()
                            ? "this address has none."
                            : "known are " + String.join(", ", operation.parameters()) + "."));
        }
        if (!repeated.isEmpty()) {
            throw Problem.malformed("A query parameter must not be repeated: " + list(repeated) + ".");
        }
    }

    private static String list(Set<String> names) {
        return names.stream()
                        .limit(MOST_NAMED)
                        .map(name -> name.length() > LONGEST_NAMED ? name.substring(0, LONGEST_NAMED) + "…" : name)
                        .collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }

    private static String decode(String encoded) {
        var bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("The query must be percent-encoded UTF-8.");
        }
    }
}
