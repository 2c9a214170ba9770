package org.quotecheck.security;

import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The identity provider's keys (JWKS; RFC 7517, section 5), kept until it names others. An unknown key causes a new
 * fetch, at most once in {@link #PAUSE} for all callers, and only those with unknown keys wait, a few of them, for a
 * few seconds. Where the provider cannot be reached, the known keys stay valid.
 */
final class ProviderKeys {

    /** The provider cannot be asked now, so nobody can tell whether the key is one of its own. */
    static final class Unavailable extends IOException {
        Unavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /**
     * Between the beginnings of two fetches; with the time that one takes, far below the 60 s that a new key may wait.
     */
    static final Duration PAUSE = Duration.ofSeconds(10);
    /** After which known keys are asked for again, in the background, so that those taken back are forgotten. */
    static final Duration FRESH = Duration.ofMinutes(10);

    static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int MOST_WAITING = 16;
    private static final int MOST_BYTES = 256 * 1024;

    private final String location;
    private final LongSupplier nanoTime;
    private final Duration patience;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private volatile List<JsonWebKey> keys = List.of();
    private volatile long fetchedAt;
    private long begunAt;
    private CompletableFuture<List<JsonWebKey>> last;

    /** @param patience for which a caller with an unknown key waits, at most */
    ProviderKeys(String location, LongSupplier nanoTime, Duration patience) {
        this.location = location;
        this.nanoTime = nanoTime;
        this.patience = patience;
    }

    /**
     * The key that this token names
     *
     * @return null where the provider has no such key
     * @throws Unavailable where it cannot be asked
     */
    Key find(JsonWebSignature token) throws Unavailable, JoseException {
        var known = select(token, keys);
        if (known != null) {
            if (nanoTime.getAsLong() - fetchedAt > FRESH.toNanos()) {
                fetch();
            }
            return known;
        }
        return select(token, await(fetch()));
    }

    private static Key select(JsonWebSignature token, List<JsonWebKey> from) throws JoseException {
        var found = new VerificationJwkSelector().select(token, from);
        return found == null ? null : found.getKey();
    }

    private List<JsonWebKey> await(CompletableFuture<List<JsonWebKey>> fetch) throws Unavailable {
        boolean done = fetch.isDone();
        if (!done && !waiting.tryAcquire()) {
            throw new Unavailable("Too many requests are already waiting for the identity provider's keys", null);
        }
        try {
            return fetch.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Unavailable("The identity provider's keys cannot be fetched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted", e);
        } finally {
            if (!done) {
                waiting.release();
            }
        }
    }

    /** The fetch that runs or was the last, or a new one when that one began long enough ago. */
    private synchronized CompletableFuture<List<JsonWebKey>> fetch() {
        long now = nanoTime.getAsLong();
        if (last == null || now - begunAt >= PAUSE.toNanos()) {
            var begun = new CompletableFuture<List<JsonWebKey>>();
            last = begun;
            begunAt = now;
            Thread.ofVirtual().name("identity-provider-keys").start(() -> run(begun));
        }
        return last;
    }

    private void run(CompletableFuture<List<JsonWebKey>> fetch) {
        try {
            var get = new Get();
            get.setConnectTimeout((int) patience.toMillis() / 2);
            get.setReadTimeout((int) patience.toMillis() / 2);
            get.setRetries(0);
            get.setResponseBodySizeLimit(MOST_BYTES);
            var read = List.copyOf(new JsonWebKeySet(get.get(location).getBody()).getJsonWebKeys());
            if (read.isEmpty()) {
                throw new IOException("The identity provider lists no keys");
            }
            keys = read;
            fetchedAt = nanoTime.getAsLong();
            fetch.complete(read);
        } catch (IOException | JoseException | RuntimeException e) {
            fetch.completeExceptionally(e);
        }
    }
}
