package org.quotecheck.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * Which operations a path has, by the tables and rules with which the framework finds the resource method: the same
 * question has one answer, for any caller.
 */
@ApplicationScoped
class Operations {

    private static final String OPERATION = "operation";

    private final Map<RuntimeResource, Operation> known = new ConcurrentHashMap<>();
    private volatile RequestMapper<InitialMatch> classes;

    /** By HTTP method, in alphabetical order; empty where no resource has the path. */
    Map<String, Operation> at(String path) {
        var found = new TreeMap<String, Operation>();
        var mapper = classes();
        for (var match = mapper.map(path); match != null; match = mapper.continueMatching(path, match)) {
            for (var handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    collect(routing, match.remaining, found);
                }
            }
        }
        return found;
    }

    private void collect(ClassRoutingHandler routing, String rest, Map<String, Operation> found) {
        boolean slash = rest.length() > 1 && rest.endsWith("/");
        var remaining = rest.isEmpty() ? "/" : slash ? rest.substring(0, rest.length() - 1) : rest;
        routing.getMappers().forEach((verb, mapper) -> {
            var match = verb == null ? null : mapper.map(remaining);
            if (match != null) {
                found.putIfAbsent(verb, known.computeIfAbsent(match.value, Operations::read));
            }
        });
    }

    private static Operation read(RuntimeResource resource) {
        var template = (resource.getClassPath().template + '/' + resource.getPath().template).replaceAll("/{2,}", "/");
        return Operation.of(
                resource.getHttpMethod(),
                template.length() > 1 && template.endsWith("/")
                        ? template.substring(0, template.length() - 1)
                        : template,
                resource.getLazyMethod().getMethod());
    }

    /** The one that this request reaches; null where there is none. */
    static Operation of(RoutingContext context) {
        return context.get(OPERATION);
    }

    static void put(RoutingContext context, Operation operation) {
        context.put(OPERATION, operation);
    }

    /** Where there is GET, there is HEAD (RFC 9110, section 9.3.2). */
    static Set<String> withHead(Set<String> methods) {
        var all = new TreeSet<>(methods);
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return all;
    }

    private RequestMapper<InitialMatch> classes() {
        if (classes == null) {
            classes = new RequestMapper<>(
                    ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        }
        return classes;
    }
}
