package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The direct way with a database that is away: an answer in time, and none of the framework's. */
class DatabaseAwayFromEmbedsTest {

    private static final Duration MOST = Duration.ofMillis(1_500);

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
        assertThat(DirectConnection.PATIENCE).isLessThan(MOST);
    }

    /** Waiting for a connection, then for an answer over it. */
    @Test
    void everythingElseWaitsAtMostFifteenSeconds() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            settings.load(file);
        }
        var connection = settings.getProperty("quarkus.datasource.jdbc.acquisition-timeout");
        var answer = settings.getProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout");
        assertThat(Duration.parse("PT" + connection).plusSeconds(Integer.parseInt(answer)))
                .isLessThan(Duration.ofSeconds(15));
    }

    private static void is503InTime(int port) {
        var logged = new ArrayList<String>();
        try (var direct = new DirectEmbeds(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://localhost:" + port + "/facts",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "facts",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "secret")::get,
                logged::add)) {
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
