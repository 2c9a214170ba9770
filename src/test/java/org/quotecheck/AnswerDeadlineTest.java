package org.quotecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.Tap.Flow;

/**
 * A request whose waits would never end is answered all the same. Here each of them would take ten minutes, and the
 * deadline is two seconds: whatever comes back comes by it.
 */
@QuarkusTest
@TestProfile(AnswerDeadlineTest.WithoutOtherLimits.class)
class AnswerDeadlineTest {

    /** Longer than anything here takes on the busiest machine, and shorter than any other limit. */
    private static final Duration HANGS = Duration.ofMinutes(4);

    public static final class WithoutOtherLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(Map.of(
                    "quarkus.datasource.jdbc.max-size", "4",
                    "quarkus.datasource.jdbc.acquisition-timeout", "600S",
                    "quarkus.datasource.jdbc.validation-query-timeout", "600S",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.connectTimeout", "600",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "600"));
            settings.put("quarkus.datasource.jdbc.foreground-validation-interval", "1S");
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Hurried.class));
        }
    }

    /** Tests have no deadline else. */
    public static final class Hurried implements QuarkusTestResourceLifecycleManager {
        private final DatabaseAwayTest.TappedBackends backends = new DatabaseAwayTest.TappedBackends();

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(backends.start());
            settings.put("quotecheck.answer.within", "2S");
            return settings;
        }

        @Override
        public int order() {
            return backends.order();
        }

        @Override
        public void stop() {
            backends.stop();
        }
    }

    @TestHTTPResource("/")
    URI service;

    @AfterEach
    void open() throws IOException {
        Tap.turn(Integer.getInteger(DatabaseAwayTest.TAP), Flow.OPEN);
    }

    @Test
    @FailsOnPurpose
    void everyWaitEnds() throws Exception {
        var claim = UUID.randomUUID();
        Tap.turn(Integer.getInteger(DatabaseAwayTest.TAP), Flow.SWALLOWED);
        var calls = new ArrayList<Callable<Response>>();
        // more than there are connections: some wait for an answer, some for a connection
        for (int i = 0; i < 3; i++) {
            calls.add(() -> Api.nobody().get("/v1/claims"));
            calls.add(() -> Api.nobody().get("/v1/claims/" + claim));
            calls.add(() -> Api.nobody().get("/claims/" + claim));
            calls.add(() -> Api.reviewer().get("/v1/review-queue"));
            calls.add(() -> Api.submitter()
                    .contentType("application/json")
                    .body(Map.of("text", Api.unique("The gate is open")))
                    .post("/v1/claims"));
            calls.add(() -> Api.nobody()
                    .contentType("application/json")
                    .body(Map.of("text", "The gate"))
                    .post("/v1/claims/match"));
        }
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(calls, HANGS.toSeconds(), TimeUnit.SECONDS)) {
                assertThat(refused(answer.get(), 503).header("Retry-After")).isNotBlank();
            }
        }
    }

    /** The body has its own time, which is longer. */
    @Test
    void bodyThatTakesLongerIsRead() throws Exception {
        var body = "{\"text\": \"The gate.\"}"; // for what asks no database
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) HANGS.toMillis());
            var out = socket.getOutputStream();
            out.write(("POST /v1/extractions HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
                            + Api.token("sam", "submitter") + "\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n")
                    .getBytes(UTF_8));
            for (int i = 0; i < body.length(); i += 5) {
                out.write(body.substring(i, Math.min(i + 5, body.length())).getBytes(UTF_8));
                out.flush();
                Thread.sleep(1_200);
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }
}
