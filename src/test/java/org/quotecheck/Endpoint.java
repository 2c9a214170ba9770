package org.quotecheck;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one method of a resource class serves. */
record Endpoint(String name, Method method) {

    /** Of what takes a token, whatever its roles. */
    static final String ANY = "any";

    /** All of them, by their names: the HTTP method, a blank and the path template. */
    static Map<String, Endpoint> all() {
        return new ClassFileImporter()
                .importPath(java.nio.file.Path.of("target/classes/org/quotecheck")).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> of(load(type.getName())))
                        .collect(Collectors.toMap(Endpoint::name, endpoint -> endpoint, (a, b) -> a, TreeMap::new));
    }

    private static Stream<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .map(verb -> new Endpoint(verb.value() + ' ' + path(resource, method), method)));
    }

    /** The role that it needs; {@link #ANY} where a token is enough, null where it is public. */
    String role() {
        if (method.isAnnotationPresent(Authenticated.class)) {
            return ANY;
        }
        return Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .map(roles -> String.join(",", roles.value()))
                .orElse(null);
    }

    /** Path and query parameters: where and name, and the Java type they become. */
    Map<String, Class<?>> parameters() {
        var found = new TreeMap<String, Class<?>>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(PathParam.class)) {
                found.put("path " + parameter.getAnnotation(PathParam.class).value(), parameter.getType());
            } else if (parameter.isAnnotationPresent(QueryParam.class)) {
                found.put("query " + parameter.getAnnotation(QueryParam.class).value(), parameter.getType());
            }
        }
        return found;
    }

    /** OpenAPI's path template: JAX-RS's without the expressions. */
    private static String path(Class<?> resource, Method method) {
        var own = method.getAnnotation(Path.class);
        var path = ("/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value()))
                .replaceAll("\\{\\s*(\\w+)\\s*:[^{}]*}", "{$1}")
                .replaceAll("/+", "/");
        return path.length() > 1 ? path.replaceAll("/$", "") : path;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
