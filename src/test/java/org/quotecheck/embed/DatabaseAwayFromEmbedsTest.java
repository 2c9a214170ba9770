package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quotecheck.ProductionSettings;
import org.quotecheck.http.AnswerDeadline;

/** The direct way with a database that is away: an answer in time, and none of the framework's. */
class DatabaseAwayFromEmbedsTest {

    private static final Duration MOST = Duration.ofMillis(1_500);
    /** What the function's framework may need to start; it needs less than one. */
    private static final Duration START = Duration.ofMillis(2_500);

    @Test
    void databaseThatTakesConnectionsAndSaysNothingIs503() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            is503InTime(silent.getLocalPort());
        }
    }

    @Test
    void databaseThatIsNotThereIs503() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        is503InTime(port);
    }

    /** What is waited for before an embed is refused, whether the framework has started or not. */
    @Test
    void embedsWaitAtMostASecondAndAHalf() {
        assertThat(Deadline.OF_EMBEDS).isLessThan(MOST);
    }

    /** It connects, and at the first question nothing comes, over this connection and the next. */
    @Test
    void databaseThatStandsStillAmidAnAnswerIs503ByTheDeadline() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greetTheFirst(server));
            try (var direct = direct(server.getLocalPort(), lines::add)) {
                var answer = direct.answer(
                                new DirectRequest("GET", "/embed/v1/claims", "ids=" + UUID.randomUUID(), Map.of()))
                        .orElseThrow();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(lines).singleElement().asString().endsWith("the database does not answer in time");
            }
        }
    }

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private static void greetTheFirst(ServerSocket server) {
        try (var connection = server.accept();
                var out = new DataOutputStream(connection.getOutputStream());
                var in = new DataInputStream(connection.getInputStream())) {
            in.skipNBytes(in.readInt() - 4L);
            send(out, 'R', "\0\0\0\0");
            for (var setting : List.of(
                    "server_version\0" + "15.0\0",
                    "client_encoding\0UTF8\0",
                    "DateStyle\0ISO\0",
                    "integer_datetimes\0on\0",
                    "standard_conforming_strings\0on\0")) {
                send(out, 'S', setting);
            }
            send(out, 'Z', "I");
            while (in.readByte() != 'S') { // the pool asks for the transactions' isolation
                in.skipNBytes(in.readInt() - 4L);
            }
            send(out, '1', "");
            send(out, '2', "");
            send(
                    out,
                    'T',
                    "\0\1transaction_isolation\0" + "\0\0\0\0" + "\0\0" + "\0\0\0\31" + "\u00ff\u00ff"
                            + "\u00ff\u00ff\u00ff\u00ff" + "\0\0");
            send(out, 'D', "\0\1" + "\0\0\0\16" + "read committed");
            send(out, 'C', "SHOW\0");
            send(out, 'Z', "I");
            in.readAllBytes();
        } catch (IOException hungUp) {
            // the test is over
        }
    }

    /**
     * On the function, the worst way: it tries by itself, starts its framework, and waits for all else until the
     * deadline ends that: for the provider's keys, for connections that are tried before they are used, for others that
     * are made, for a lock, for answers, each as often as may be.
     */
    @Test
    void everythingElseWaitsAtMostFifteenSeconds() {
        assertThat(Deadline.OF_EMBEDS.plus(START)).isLessThanOrEqualTo(AnswerDeadline.BEFORE);
        var all = AnswerDeadline.BEFORE
                .plus(Duration.parse("PT" + AnswerDeadline.WITHIN))
                .plus(AnswerDeadline.STEP);
        assertThat(all).isLessThanOrEqualTo(Duration.ofSeconds(15));
    }

    /** So that one wait that ends by itself says what it waited for, and a request has the time for another. */
    @Test
    void deadlineIsLongerThanAnyWait() {
        var settings = ProductionSettings.startingWith("quarkus.datasource.jdbc.");
        var connection = settings.get("quarkus.datasource.jdbc.acquisition-timeout");
        var answer = settings.get("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout");
        var validation = settings.get("quarkus.datasource.jdbc.validation-query-timeout");
        var connect = settings.get("quarkus.datasource.jdbc.additional-jdbc-properties.connectTimeout");
        var within = Duration.parse("PT" + AnswerDeadline.WITHIN);
        assertThat(Duration.parse("PT" + validation).plus(Duration.parse("PT" + connection)))
                .isLessThan(within);
        assertThat(Duration.ofSeconds(Integer.parseInt(answer))).isLessThan(within);
        assertThat(Duration.ofSeconds(Integer.parseInt(connect))).isLessThan(Duration.parse("PT" + connection));
    }

    /** PostgreSQL's protocol, version 3. */
    private static void send(DataOutputStream out, char type, String content) throws IOException {
        out.writeByte(type);
        out.writeInt(4 + content.length());
        out.writeBytes(content);
        out.flush();
    }

    private static DirectEmbeds direct(int port, Consumer<String> log) {
        return new DirectEmbeds(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://localhost:" + port + "/facts?sslmode=disable&gssEncMode=disable",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "facts",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "secret")::get,
                log);
    }

    private static void is503InTime(int port) {
        var logged = new ArrayList<String>();
        try (var direct = direct(port, logged::add)) {
            for (int i = 0; i < 3; i++) {
                var id = UUID.randomUUID().toString();
                logged.clear();
                var answer = direct.answer(
                                new DirectRequest("GET", "/embed/v1/claims", "ids=" + id, Map.of("x-request-id", "r")))
                        .orElseThrow();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body())
                        .contains("\"type\":\"/problems/unavailable\"")
                        .doesNotContain("secret");
                assertThat(answer.headers())
                        .containsEntry("Cache-Control", "no-store")
                        .containsEntry("Access-Control-Allow-Origin", "*")
                        .containsEntry("X-Request-Id", "r")
                        .containsKey("Retry-After");
                assertThat(logged)
                        .singleElement()
                        .asString()
                        .startsWith("An embed could not be read directly: ")
                        .doesNotContain(id, "secret", "localhost", "\n");
            }
        }
    }
}
