package org.quotecheck.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.quotecheck.problem.Problem;

/**
 * Refuses query parameters that the operation does not have, that occur twice, that are not UTF-8 or hold U+0000, and
 * names those that it has: otherwise a misspelt filter would list everything.
 */
public class QueryParameters {

    /** As many as the framework reads. */
    private static final int MOST_READ = 1_024;

    private static final int MOST_NAMED = 5;
    private static final int LONGEST_NAMED = 40;

    /**
     * @param resource asked for so that the framework keeps the methods' annotations in a native executable
     * @throws Problem 400
     */
    @ServerRequestFilter
    void check(RoutingContext context, ResourceInfo resource) {
        var operation = Operations.of(context);
        if (operation != null && operation.isStrict()) {
            of(context.request().query(), operation.parameters());
        }
        readSemicolons(context);
    }

    /**
     * A semicolon is a character like others (URL Standard, section 5.1). The framework would end a value at it, and
     * begin another parameter, which nobody has checked.
     */
    private static void readSemicolons(RoutingContext context) {
        var query = context.request().query();
        if (query == null || query.indexOf(';') < 0) {
            return;
        }
        var read = context.queryParams().clear();
        new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST_READ, true)
                .parameters()
                .forEach(read::add);
    }

    /**
     * Each parameter's value by its name, decoded; an empty one counts as absent, as in the framework
     *
     * @param query null where there is none
     * @param known those that the operation has, in alphabetical order
     * @throws Problem 400
     */
    public static Map<String, String> of(String query, Set<String> known) {
        var values = new LinkedHashMap<String, String>();
        var repeated = new LinkedHashSet<String>();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = decode(pair.substring(equals + 1));
            if (!pair.isEmpty() && values.putIfAbsent(name, equals < 0 ? "" : value) != null) {
                repeated.add(name);
            }
        }
        var unknown = new LinkedHashSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Problem.malformed("Unknown query parameter" + (unknown.size() == 1 ? ": " : "s: ") + list(unknown)
                    + "; " + allowed(known));
        }
        if (!repeated.isEmpty()) {
            throw Problem.malformed(
                    "A query parameter must not be repeated: " + list(repeated) + "; " + allowed(known));
        }
        for (var value : values.entrySet()) {
            if (value.getValue().indexOf('\0') >= 0) {
                throw Problem.malformed(value.getKey() + " must not contain the character U+0000.");
            }
        }
        values.values().removeIf(String::isEmpty);
        return values;
    }

    /**
     * The value as it is, null where it is absent
     *
     * @param most code points, as JSON Schema counts them
     * @throws Problem 400 for more, or nothing but white space
     */
    public static String text(String name, String value, int most) {
        if (value != null && (value.isBlank() || value.codePointCount(0, value.length()) > most)) {
            throw Problem.malformed(name + " must have 1 to " + most + " characters, and must not be blank.");
        }
        return value;
    }

    private static String allowed(Set<String> known) {
        return known.isEmpty() ? "this address has none." : "allowed: " + String.join(", ", known) + ".";
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
