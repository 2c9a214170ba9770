package org.quotecheck.faults;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quotecheck.IdentityProvider;

/** Requests of a submitter, a reviewer and an editor. */
final class Requests {

    /** Longer than any answer may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** By role. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Requests() {}

    static HttpRequest of(
            String service, String role, String method, String path, String key, String etag, String body) {
        var subject = role.equals("editor") ? "ed" : role.equals("reviewer") ? "rita" : "sam";
        var request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Bearer " + TOKENS.computeIfAbsent(role, only -> IdentityProvider.token(subject, Set.of(role))))
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
