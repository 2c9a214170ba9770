package org.quotecheck;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * What tests have around the service: a free port for it, and one PostgreSQL for all tests of a run. Each start of the
 * service, as for another profile, gets a new database in it, at a plain URL as in production. Tests of an artefact
 * have {@link ProductionBackends} instead.
 */
public final class TestBackends implements QuarkusTestResourceLifecycleManager {

    /** Known to the whole virtual machine: each start of the service has its own class loader. */
    private static final String SERVER = "test.postgres";

    @Override
    public Map<String, String> start() {
        if (Boolean.getBoolean("test.artefact")) {
            return Map.of();
        }
        var database = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(server() + "postgres", "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var port = Integer.toString(Ports.free());
        return Map.of(
                "quarkus.http.test-port",
                port,
                "quotecheck.base-url",
                "http://localhost:" + port,
                "quarkus.datasource.jdbc.url",
                server() + database,
                "quotecheck.log.key",
                LogKey.make(),
                // what is slow here is the machine (AnswerDeadlineTest)
                "quotecheck.answer.within",
                "600S",
                "quotecheck.embed.within",
                "600S",
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
    }

    @Override
    public void stop() {
        // The server ends with the virtual machine.
    }

    private static String server() {
        synchronized (System.getProperties()) {
            if (System.getProperty(SERVER) == null) {
                try {
                    var postgres = EmbeddedPostgres.builder()
                            .setPGStartupWait(Duration.ofMinutes(4))
                            .start();
                    System.setProperty(SERVER, "jdbc:postgresql://localhost:" + postgres.getPort() + "/");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return System.getProperty(SERVER);
        }
    }
}
