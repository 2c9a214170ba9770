package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quotecheck.Tap.Flow;

/** A database that is away, in each of its ways, is 503 everywhere in time, and over in time when it is back. */
@Slow
@QuarkusTest
@FailsOnPurpose
@TestProfile(DatabaseAwayTest.BehindATap.class)
class DatabaseAwayTest {

    /** Longer than anything here takes on the busiest machine: whoever is not back by then hangs. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    static final String TAP = "test.tap";

    public static final class BehindATap implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(ProductionSettings.startingWith("quarkus.datasource.jdbc."));
            settings.put("quarkus.datasource.jdbc.max-size", "4");
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TappedBackends.class));
        }
    }

    /** The tests' own backends, with a tap in between. */
    public static final class TappedBackends implements QuarkusTestResourceLifecycleManager {
        private final TestBackends backends = new TestBackends();

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(backends.start());
            var url = settings.get("quarkus.datasource.jdbc.url");
            try {
                var port = url.replaceAll(".*://[^:]+:(\\d+)/.*", "$1");
                var tap = new Tap(Integer.parseInt(port));
                System.setProperty(TAP, Integer.toString(tap.controlPort()));
                settings.put("quarkus.datasource.jdbc.url", url.replace(":" + port + "/", ":" + tap.port() + "/"));
                settings.put("test.direct-url", url);
                settings.put("quotecheck.embed.within", "1.2S");
                return settings;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** After the tests' own, whose settings these replace. */
        @Override
        public int order() {
            return 10;
        }

        @Override
        public void stop() {
            backends.stop();
        }
    }

    @ConfigProperty(name = "test.direct-url")
    String directUrl;

    /** What was answered, in that order. */
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();

    @AfterEach
    void open() throws Exception {
        turn(Flow.OPEN);
        isBack();
    }

    @ParameterizedTest
    @EnumSource(
            value = Flow.class,
            names = {"SWALLOWED", "CUT"})
    void everythingIs503AndComesBack(Flow flow) throws Exception {
        var claim = Api.claim(Api.unique("The bridge is closed"));
        turn(flow);
        var calls = new ArrayList<Callable<Response>>();
        for (var path : List.of(
                "/v1/claims",
                "/v1/claims/" + claim,
                "/claims/" + claim,
                "/v1/review-queue",
                "/v1/corrections",
                "/",
                "/about")) {
            calls.add(() -> recorded(path, () -> Api.editor().get(path)));
        }
        calls.add(() -> recorded("claim", () -> Api.nobody().get("/v1/claims/" + claim)));
        for (int i = 0; i < 8; i++) {
            calls.add(() -> recorded(
                    "write",
                    () -> Api.submitter()
                            .contentType("application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .body(Map.of("text", Api.unique("The bridge is open")))
                            .post("/v1/claims")));
        }
        calls.add(() -> recorded(
                "match",
                () -> Api.nobody()
                        .contentType("application/json")
                        .body(Map.of("text", "The bridge"))
                        .post("/v1/claims/match")));
        for (int i = 0; i < 4; i++) {
            calls.add(() -> recorded("embed", () -> Api.nobody().get("/embed/v1/claims?ids=" + UUID.randomUUID())));
            calls.add(() -> recorded("page", () -> Api.nobody().get("/embed/v1/articles?url=" + Api.uniqueUrl())));
        }
        var answers = all(calls);
        if (flow == Flow.SWALLOWED) {
            var order = List.copyOf(answered);
            assertThat(order.subList(0, order.indexOf("write")))
                    .as("embeds have the least patience")
                    .filteredOn(what -> what.equals("embed") || what.equals("page"))
                    .hasSize(8);
        }
        for (var answer : answers) {
            if (answer.statusCode() == 200) {
                assertThat(answer.contentType()).as("this page needs no claim").startsWith("text/html");
                continue;
            }
            assertThat(refused(answer, 503).header("Retry-After")).isNotBlank();
        }
        assertThat(recorded("ready", () -> Api.nobody().get("/q/health/ready")).statusCode())
                .isEqualTo(503);
        assertThat(Api.nobody().get("/q/health/live").statusCode()).isEqualTo(200);
        turn(Flow.OPEN);
        isBack();
    }

    @Test
    void lockThatIsHeldIs503() throws Exception {
        var claim = Api.claim(Api.unique("The tunnel is closed"));
        var etag = Api.etag(claim);
        try (var other = direct();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table claim in access exclusive mode");
            for (var answer : all(List.of(
                    () -> recorded(
                            "write",
                            () -> Api.reviewer()
                                    .header("If-Match", etag)
                                    .contentType("application/json")
                                    .body(Map.of("to", "in_review"))
                                    .post("/v1/claims/" + claim + "/transitions")),
                    () -> recorded("read", () -> Api.nobody().get("/v1/claims")),
                    () -> recorded("claim", () -> Api.nobody().get("/v1/claims/" + claim))))) {
                refused(answer, 503);
            }
        }
        isBack();
    }

    @Test
    void assistantsAreToldWhichQuestionHasNoAnswer() throws Exception {
        try (var other = direct();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table claim in access exclusive mode");
            var search = Map.of("name", "search_fact_checks", "arguments", Map.of("query", "tunnel"));
            Api.nobody()
                    .contentType("application/json")
                    .body(Map.of("jsonrpc", "2.0", "id", "q7", "method", "tools/call", "params", search))
                    .post("/mcp")
                    .then()
                    .statusCode(503)
                    .contentType("application/json")
                    .header("Retry-After", notNullValue())
                    .body("id", equalTo("q7"))
                    .body("error.code", equalTo(-32603));
        }
        isBack();
    }

    @Test
    void connectionsThatAreExhaustedAre503() throws Exception {
        try (var other = direct();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table claim in access exclusive mode");
            var calls = new ArrayList<Callable<Response>>();
            for (int i = 0; i < 12; i++) {
                calls.add(() -> recorded(
                        "write",
                        () -> Api.submitter()
                                .contentType("application/json")
                                .body(Map.of("text", Api.unique("The tunnel is open")))
                                .post("/v1/claims")));
            }
            all(calls).forEach(answer -> refused(answer, 503));
        }
        isBack();
    }

    @Test
    void serverThatDiesMidwayIs503() throws Exception {
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> recorded(
                    "write",
                    () -> Api.submitter()
                            .contentType("application/json")
                            .body(Map.of("text", Api.unique("The tunnel is long")))
                            .post("/v1/claims")));
        }
        calls.add(() -> {
            for (int i = 0; i < 10; i++) {
                try (var other = direct();
                        var statement = other.createStatement()) {
                    statement.execute("select pg_terminate_backend(pid) from pg_stat_activity "
                            + "where datname = current_database() and pid <> pg_backend_pid()");
                }
            }
            return null;
        });
        for (var answer : all(calls)) {
            if (answer != null && answer.statusCode() != 201) {
                refused(answer, 503);
            }
        }
        isBack();
    }

    private <T> T recorded(String what, Callable<T> call) throws Exception {
        var answer = call.call();
        answered.add(what);
        return answer;
    }

    private static List<Response> all(List<Callable<Response>> calls) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : callers.invokeAll(calls, HANGS.toSeconds(), TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static void isBack() {
        long end = System.nanoTime() + HANGS.toNanos();
        int good = 0;
        while (good < 8 && System.nanoTime() < end) {
            good = Api.nobody().get("/v1/claims").statusCode() == 200 ? good + 1 : 0;
        }
        assertThat(good).as("eight good answers one after the other").isEqualTo(8);
    }

    private static void turn(Flow flow) throws IOException {
        Tap.turn(Integer.getInteger(TAP), flow);
    }

    private Connection direct() throws SQLException {
        return DriverManager.getConnection(directUrl, "postgres", "postgres");
    }
}
