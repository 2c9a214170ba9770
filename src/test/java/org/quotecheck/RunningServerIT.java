package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged server as the system that runs it sees it: its two ports, and how it ends. */
class RunningServerIT {

    private static ProductionPostgres postgres;

    @BeforeAll
    static void startDatabase() {
        postgres = new ProductionPostgres();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @Test
    void tellsMonitorsAtAPortThatReadersDoNotReach() throws Exception {
        try (var server = new RunningServer(postgres)) {
            assertThat(server.get("/v1/claims?limit=1").join().statusCode()).isEqualTo(200);

            var metrics = server.getFromManagement("/q/metrics").join();

            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body())
                    .contains("http_server_requests_seconds_count{")
                    .contains("uri=\"/v1/claims\"")
                    .contains("agroal_active_count")
                    .contains("jvm_memory_used_bytes");
            assertThat(server.get("/q/metrics").join().statusCode()).isEqualTo(404);
            assertThat(server.get("/q/health/live").join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersTheCallThatItHasWhenItIsToEnd() throws Exception {
        try (var server = new RunningServer(postgres);
                var connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), ProductionPostgres.USER, ProductionPostgres.PASSWORD);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table claim in access exclusive mode");
            var call = server.get("/v1/claims?limit=1");
            awaitWaiting(statement);

            server.terminate();
            assertThat(server.endsWithin(Duration.ofMillis(800))).isFalse();
            connection.rollback();

            assertThat(call.join().statusCode()).isEqualTo(200);
            assertThat(server.endsWithin(RunningServer.HANGS)).isTrue();
        }
    }

    /** Until somebody waits for a lock. */
    private static void awaitWaiting(Statement statement) throws SQLException {
        boolean waits = false;
        while (!waits) {
            try (var locks = statement.executeQuery("select from pg_locks where not granted")) {
                waits = locks.next();
            }
        }
    }
}
