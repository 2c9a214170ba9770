package org.quotecheck.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's keys, whatever strangers send and however the provider behaves. */
class ProviderKeysTest {

    /** After which a test has hung, on the busiest machine. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private static final int MOST_WAITING = 16;

    private static final List<RsaJsonWebKey> KEYS =
            List.of("first", "second").stream().map(ProviderKeysTest::make).toList();

    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicLong now = new AtomicLong(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private HttpServer provider;
    private volatile String answer;
    private volatile int status = 200;
    private volatile boolean hangs;
    private ProviderKeys keys;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        provider.createContext("/", exchange -> {
            fetches.incrementAndGet();
            if (hangs) {
                try {
                    goOn.await(HANGS.toSeconds(), TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        answer = set(KEYS.getFirst());
        keys = keys(HANGS);
    }

    private ProviderKeys keys(Duration patience) {
        return new ProviderKeys("http://localhost:" + provider.getAddress().getPort() + "/jwks", now::get, patience);
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        provider.stop(0);
    }

    @Test
    void knownKeyIsFetchedOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(keys.find(token("first"))).isEqualTo(KEYS.getFirst().getKey());
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void rotatedKeyIsAcceptedWithinAMinuteThoughStrangersInventKeys() throws Exception {
        keys.find(token("first"));
        boolean rotated = false;
        int takenAfter = -1;
        for (int second = 0; second < 600 && takenAfter < 0; second++) {
            passes(Duration.ofSeconds(1));
            assertThat(keys.find(token("invented-" + second))).isNull();
            if (second == 300) {
                answer = set(KEYS.getLast());
                rotated = true;
            }
            if (rotated && keys.find(token("second")) != null) {
                takenAfter = second - 300;
            }
        }
        assertThat(takenAfter).isBetween(0, 60);
        assertThat(fetches.get()).as("in more than 300 s").isLessThanOrEqualTo(1 + 310 / 10);
        assertThat(keys.find(token("first"))).as("taken back").isNull();
    }

    @Test
    void keyThatWasTakenBackIsForgottenInTime() throws Exception {
        keys.find(token("first"));
        answer = set(KEYS.getLast());
        passes(ProviderKeys.FRESH.plusSeconds(1));
        keys.find(token("first")); // asks behind the caller's back
        var end = System.nanoTime() + HANGS.toNanos();
        while (keys.find(token("second")) == null && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(keys.find(token("first"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"x\"}]}", "[", "huge"})
    void providerThatAnswersNonsenseIsGone(String nonsense) throws Exception {
        keys.find(token("first"));
        answer = nonsense.equals("huge") ? "{\"keys\":[\"" + "x".repeat(1_000_000) + "\"]}" : nonsense;
        passes(ProviderKeys.PAUSE);
        assertThatThrownBy(() -> keys.find(token("second"))).isInstanceOf(ProviderKeys.Unavailable.class);
        assertThat(keys.find(token("first"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 302})
    void providerThatRefusesIsGone(int refusal) throws Exception {
        keys.find(token("first"));
        status = refusal;
        passes(ProviderKeys.PAUSE);
        assertThatThrownBy(() -> keys.find(token("second"))).isInstanceOf(ProviderKeys.Unavailable.class);
        assertThat(keys.find(token("first"))).isNotNull();
        status = 200;
        answer = set(KEYS.getLast());
        passes(ProviderKeys.PAUSE);
        assertThat(keys.find(token("second"))).as("back").isNotNull();
    }

    @Test
    void providerThatHangsKeepsNobodyElse() throws Exception {
        keys.find(token("first"));
        hangs = true;
        passes(ProviderKeys.PAUSE);
        var known = token("first");
        var invented = new ArrayList<JsonWebSignature>();
        for (int i = 0; i < 60; i++) {
            invented.add(token("invented-" + i));
        }
        try (var strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            var refused = new CountDownLatch(invented.size() - MOST_WAITING);
            var answered = new AtomicInteger();
            for (var token : invented) {
                strangers.submit(() -> {
                    try {
                        return keys.find(token);
                    } catch (ProviderKeys.Unavailable e) {
                        refused.countDown();
                        return null;
                    } finally {
                        answered.incrementAndGet();
                    }
                });
            }
            assertThat(refused.await(HANGS.toSeconds(), TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 1_000; i++) {
                assertThat(keys.find(known)).isNotNull();
            }
            assertThat(answered)
                    .as("known keys are found while strangers wait")
                    .hasValueLessThanOrEqualTo(invented.size() - MOST_WAITING);
            goOn.countDown();
        }
        assertThat(fetches).hasValue(2);
    }

    @Test
    void providerThatHangsIsGone() throws Exception {
        hangs = true;
        var hasty = keys(Duration.ofMillis(200));
        assertThatThrownBy(() -> hasty.find(token("first"))).isInstanceOf(ProviderKeys.Unavailable.class);
    }

    @Test
    void providerThatIsNotThereIsGone() {
        provider.stop(0);
        assertThatThrownBy(() -> keys.find(token("first"))).isInstanceOf(ProviderKeys.Unavailable.class);
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static JsonWebSignature token(String keyId) throws JoseException {
        var signed = new JsonWebSignature();
        signed.setPayload("{}");
        signed.setKeyIdHeaderValue(keyId);
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signed.setKey(KEYS.getFirst().getPrivateKey());
        var read = new JsonWebSignature();
        read.setCompactSerialization(signed.getCompactSerialization());
        return read;
    }

    private static RsaJsonWebKey make(String keyId) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String set(RsaJsonWebKey key) {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
