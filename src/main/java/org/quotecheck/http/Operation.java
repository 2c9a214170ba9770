package org.quotecheck.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One operation of the contract: an HTTP method of a resource.
 *
 * @param template its path as the resource class has it, with names for its variable parts
 * @param restricted whether it needs a token
 * @param personal whether it reads who calls: it needs a token, or its answer depends on one
 * @param parameters the query parameters that it has
 */
record Operation(String method, String template, boolean restricted, boolean personal, Set<String> parameters) {

    /** A POST that changes nothing, and whose body says what is asked for. */
    private static final Set<String> ASKING =
            Set.of("/v1/claims/match", "/v1/lookup", "/v1alpha1/claims:search", "/mcp");

    /** Where an unknown parameter is an error; elsewhere other programs add some, and mean nothing by it. */
    private static final Set<String> STRICT_EMBEDS = Set.of("/embed/v1/claims", "/embed/v1/articles");

    static Operation of(String verb, String template, Method method) {
        boolean restricted =
                method.isAnnotationPresent(RolesAllowed.class) || method.isAnnotationPresent(Authenticated.class);
        return new Operation(
                verb,
                template,
                restricted,
                restricted || method.isAnnotationPresent(Audience.OptionalCaller.class),
                Arrays.stream(method.getParameters())
                        .map(parameter -> parameter.getAnnotation(QueryParam.class))
                        .filter(parameter -> parameter != null)
                        .map(QueryParam::value)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    Audience audience() {
        return Audience.of(template);
    }

    /** Whether pages of any origin may call it: a read that needs no token. */
    boolean isOpen() {
        return !restricted && (method.equals("GET") || ASKING.contains(template));
    }

    /** Whether it refuses query parameters that it does not have. */
    boolean isStrict() {
        return template.startsWith("/v1/") || STRICT_EMBEDS.contains(template);
    }
}
