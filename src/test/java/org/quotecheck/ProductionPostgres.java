package org.quotecheck;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * PostgreSQL as production has it: at a plain URL over TCP, with a user who owns the database and proves the password
 * (SCRAM).
 */
public final class ProductionPostgres implements AutoCloseable {

    public static final String USER = "quotecheck";
    public static final String PASSWORD = "correct horse battery staple";
    private static final String DATABASE = "facts";

    private final EmbeddedPostgres postgres;

    public ProductionPostgres() {
        this(null);
    }

    /** @param log the file that takes what the server writes; null leaves it with the test's own log */
    public ProductionPostgres(Path log) {
        try {
            var builder = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(4));
            if (log != null) {
                builder.setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            }
            postgres = builder.start();
            execute("create role " + USER + " login password '" + PASSWORD + "'");
            execute("create database " + DATABASE + " owner " + USER);
            requirePassword();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
    }

    public int port() {
        return postgres.getPort();
    }

    public String database() {
        return DATABASE;
    }

    /** The three variables that every deployment sets. */
    public Map<String, String> configuration() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                jdbcUrl(),
                "quarkus.datasource.username",
                USER,
                "quarkus.datasource.password",
                PASSWORD);
    }

    private void requirePassword() throws IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            Path rules;
            try (var row = statement.executeQuery("show hba_file")) {
                row.next();
                rules = Path.of(row.getString(1));
            }
            Files.writeString(rules, "host all " + USER + " all scram-sha-256\n" + Files.readString(rules));
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
