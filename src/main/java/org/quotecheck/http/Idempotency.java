package org.quotecheck.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.quotecheck.digest.Json;
import org.quotecheck.digest.Sha256;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.problem.ProblemView;

/**
 * The Idempotency-Key header: the first answer to a POST is kept for 24 hours, in the transaction of its effect, and
 * given again to the same caller for the same method, path and body.
 */
@ApplicationScoped
class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);

    /**
     * A POST with a key; the digest is that of the method, path and body.
     *
     * @param callers the caller's names: the token's subject, or the network's today and yesterday
     */
    record Request(List<String> callers, String key, String digest) {

        String caller() {
            return callers.getFirst();
        }
    }

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Context
    jakarta.ws.rs.core.Request method;

    @Context
    SecurityContext security;

    private final Network network;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(Network network, EntityManager database, ObjectMapper json, Clock clock) {
        this.network = network;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @return null when the request has no key, or is no POST
     * @throws Problem 400 for a malformed key, or more than one
     */
    Request request(byte[] content) {
        var keys = headers.getRequestHeader("Idempotency-Key");
        if (keys == null || keys.isEmpty() || !method.getMethod().equals("POST")) {
            return null;
        }
        if (keys.size() > 1) {
            throw Problem.malformed("Idempotency-Key must be sent only once.");
        }
        var key = keys.getFirst();
        if (key.isEmpty() || key.length() > 255 || key.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw Problem.malformed("Idempotency-Key must have 1 to 255 visible ASCII characters.");
        }
        var caller = security.getUserPrincipal();
        return new Request(caller == null ? network.names() : List.of(caller.getName()), key, digest(content));
    }

    /**
     * The answer that was given before, if any.
     *
     * @throws Problem 422 when the key stood for another request, 409 while that one is still running
     */
    Optional<Answer> replay(Request request) {
        if (request == null) {
            return Optional.empty();
        }
        if (!lock(request)) {
            throw new Problem(ProblemType.REQUEST_IN_PROGRESS, "A request with this Idempotency-Key is still running.")
                    .header("Retry-After", "1");
        }
        var rows = database.createNativeQuery("""
                select request_digest, status, headers, media_type, body from idempotency_record
                where caller in (:callers) and key = :key and created_at > :oldest""", Tuple.class)
                .setParameter("callers", request.callers())
                .setParameter("key", request.key())
                .setParameter("oldest", now().minus(KEPT))
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var row = (Tuple) rows.getFirst();
        if (!request.digest().equals(row.get("request_digest", String.class))) {
            throw new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request.");
        }
        return Optional.of(new Answer(
                row.get("status", Number.class).intValue(),
                Json.read(json.readerForMapOf(String.class), row.get("headers", String.class)),
                row.get("media_type", String.class),
                row.get("body", byte[].class)));
    }

    /** Keeps an answer in the current transaction, and forgets some that are too old. */
    void keep(Request request, Answer answer) {
        database.createNativeQuery("""
                delete from idempotency_record where ctid in (
                  select ctid from idempotency_record where created_at <= :oldest limit 100)""")
                .setParameter("oldest", now().minus(KEPT))
                .executeUpdate();
        database.createNativeQuery("""
                insert into idempotency_record
                  (caller, key, request_digest, status, headers, media_type, body, created_at)
                values (:caller, :key, :digest, :status, :headers, :type, :body, :now)
                on conflict (caller, key) do update set
                  request_digest = excluded.request_digest, status = excluded.status,
                  headers = excluded.headers, media_type = excluded.media_type, body = excluded.body,
                  created_at = excluded.created_at
                where idempotency_record.created_at <= :oldest""")
                .setParameter("oldest", now().minus(KEPT))
                .setParameter("caller", request.caller())
                .setParameter("key", request.key())
                .setParameter("digest", request.digest())
                .setParameter("status", answer.status())
                .setParameter("headers", Json.text(json, answer.headers()))
                .setParameter("type", answer.mediaType())
                .setParameter("body", answer.body())
                .setParameter("now", now())
                .executeUpdate();
    }

    /** Keeps a 409 or 422 whose transaction was rolled back; what the key itself caused is not kept. */
    void keepProblem(Request request, Problem problem) {
        var type = problem.type();
        boolean kept = request != null
                && (type.status() == 409 || type.status() == 422)
                && type != ProblemType.REQUEST_IN_PROGRESS
                && type != ProblemType.IDEMPOTENCY_KEY_REUSED;
        if (kept) {
            QuarkusTransaction.requiringNew()
                    .run(() -> keep(
                            request,
                            new Answer(
                                    type.status(),
                                    problem.headers(),
                                    ProblemView.MEDIA_TYPE,
                                    Json.bytes(
                                            json,
                                            ProblemView.of(
                                                    problem, uri.getRequestUri().getRawPath())))));
        }
    }

    private boolean lock(Request request) {
        return (boolean) database.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:name, 0))", Boolean.class)
                .setParameter("name", request.caller() + '\n' + request.key())
                .getSingleResult();
    }

    private String digest(byte[] content) {
        return Sha256.hex(method.getMethod() + ' ' + uri.getRequestUri().getRawPath() + '\n' + Sha256.hex(content));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
