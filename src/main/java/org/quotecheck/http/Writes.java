package org.quotecheck.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quotecheck.body.Bodies;
import org.quotecheck.body.Body;
import org.quotecheck.digest.Json;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/**
 * The only way in which anything is changed over HTTP. A write runs in one transaction, in the order of openapi.yaml:
 * the target exists (404), the body can be read (415, 413, 400), an earlier answer is replayed, the version fits (428,
 * 412), then the effect with its own checks (409, 403, 422). Authentication and roles (401, 403) come before it.
 */
@ApplicationScoped
public class Writes {

    /** Unique violation, serialization failure, deadlock: another transaction was first; look again. */
    private static final Set<String> LOST_RACE = Set.of("23505", "40001", "40P01");

    private static final int ATTEMPTS = 4;

    @Context
    HttpHeaders headers;

    private final Bodies bodies;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    Writes(Bodies bodies, Idempotency idempotency, ObjectMapper json) {
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** A write that makes something new. */
    public Response create(byte[] content, Function<Body, Outcome> effect) {
        return change(content, () -> Target.unconditional(null), (nothing, body) -> effect.apply(body));
    }

    /** A write that changes, or adds to, what {@code target} finds (and locks). */
    public <T> Response change(byte[] content, Supplier<Target<T>> target, BiFunction<T, Body, Outcome> effect) {
        return write(target, () -> bodies.read(content), content, effect);
    }

    /** A write without a body: what {@code target} finds is removed. */
    public <T> Response remove(Supplier<Target<T>> target, Function<T, Outcome> effect) {
        return write(target, () -> null, new byte[0], (found, nothing) -> effect.apply(found));
    }

    private <T> Response write(
            Supplier<Target<T>> target, Supplier<Body> read, byte[] content, BiFunction<T, Body, Outcome> effect) {
        for (int attempt = 1; ; attempt++) {
            var request = new Idempotency.Request[1];
            try {
                return QuarkusTransaction.requiringNew().call(() -> {
                    var found = target.get();
                    var body = read.get();
                    var expected = EntityTags.parse("If-Match", headers.getHeaderString(HttpHeaders.IF_MATCH));
                    request[0] = idempotency.request(content);
                    var replay = idempotency.replay(request[0]);
                    if (replay.isPresent()) {
                        return replay.get().response(true);
                    }
                    checkVersion(found, expected);
                    var outcome = effect.apply(found.resource(), body);
                    var answer = answer(outcome, outcome.view());
                    if (request[0] != null) {
                        boolean same = outcome.kept() == outcome.view();
                        idempotency.keep(request[0], same ? answer : answer(outcome, outcome.kept()));
                    }
                    return answer.response(false);
                });
            } catch (Problem problem) {
                idempotency.keepProblem(request[0], problem);
                throw problem;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !lostRace(e)) {
                    throw e;
                }
            }
        }
    }

    private static void checkVersion(Target<?> target, Optional<EntityTags> expected) {
        if (target.version() == null) {
            return;
        }
        if (expected.isEmpty()) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED, "Send the resource's ETag as If-Match.");
        }
        if (!expected.get().matchVersion(target.version())) {
            throw new Problem(ProblemType.STALE_VERSION, "If-Match names a version that is not current.")
                    .header("ETag", target.etag());
        }
    }

    private Answer answer(Outcome outcome, Object view) {
        return new Answer(
                outcome.status(), outcome.headers(), "application/json", view == null ? null : Json.bytes(json, view));
    }

    private static boolean lostRace(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && LOST_RACE.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
