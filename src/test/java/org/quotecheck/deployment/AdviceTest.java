package org.quotecheck.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A migration that fails is one line for the operator: what the database said, and what to do. */
class AdviceTest {

    private static final Logger APPLICATION = Logger.getLogger(StartLog.CATEGORY);

    @AfterEach
    void quiet() {
        APPLICATION.setLevel(null);
    }

    @ParameterizedTest
    @CsvSource({
        "08001, QUARKUS_DATASOURCE_JDBC_URL",
        "28P01, QUARKUS_DATASOURCE_PASSWORD",
        "3D000, Create the database",
        "42501, grant",
        "25006, standby",
        "53100, Free space",
        "53300, using up the database",
        "55P03, lock",
        "57P01, was shut down",
        "P0001, another database",
        "42P07, previous release",
        ", previous release"
    })
    void databaseIsQuotedAndAnswered(String state, String advice) {
        var said = "ERROR: it is so";
        var failure = new RuntimeException(
                "Failed to start quarkus",
                new FlywayException(
                        "Migration V001__schema.sql failed\n---\nSQL State : x",
                        new SQLException(said + "\n  Position: 3", state)));
        assertThat(Advice.on(failure))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("The database refused: " + said)
                        .contains(advice)
                        .endsWith("Nothing was left half done.")
                        .doesNotContain("\n"));
    }

    @Test
    void unknownHostIsNamed() {
        var failure = new SQLException("The connection attempt failed.", "08001");
        failure.initCause(new UnknownHostException("nowhere.invalid"));
        assertThat(Advice.on(new RuntimeException(failure)))
                .contains("The database's host is unknown: nowhere.invalid. Check QUARKUS_DATASOURCE_JDBC_URL."
                        + " Nothing was left half done.");
    }

    @Test
    void addressThatCannotBeUsedIsNamed() {
        var refused = new BindException("Address already in use");
        var metrics = new IllegalStateException("Unable to start the management interface on 127.0.0.1:9000", refused);
        assertThat(Advice.on(new RuntimeException("Unable to start HTTP server", new ExecutionException(metrics))))
                .contains("Metrics cannot be served at 127.0.0.1:9000 (Address already in use):"
                        + " check QUARKUS_MANAGEMENT_HOST and QUARKUS_MANAGEMENT_PORT.");
        assertThat(Advice.on(new RuntimeException(refused)))
                .contains("The server's address cannot be used (Address already in use):"
                        + " check QUARKUS_HTTP_HOST and QUARKUS_HTTP_PORT.");
    }

    @Test
    void taskThatSaysTooLittleIsItsOwnAdvice() {
        assertThat(Advice.on(new IllegalStateException(new WrongTask("QUOTECHECK_TASK_CLAIM must be a claim's id"))))
                .contains("QUOTECHECK_TASK_CLAIM must be a claim's id");
    }

    @Test
    void allElseIsToldWhole() {
        var other = new IllegalStateException("ours");
        other.initCause(new RuntimeException("ours, too"));
        assertThat(Advice.on(other)).isEmpty();
    }

    @Test
    void logHasOneLineUnlessDebugged() {
        var log = new StartLog();
        var record = failed();
        assertThat(log.isLoggable(record)).isTrue();
        assertThat(record.getThrown()).isNull();
        assertThat(record.getMessage()).startsWith("The database refused: away (SQLSTATE 08001). Check");
        APPLICATION.setLevel(Level.FINE);
        record = failed();
        assertThat(log.isLoggable(record)).isTrue();
        assertThat(record.getThrown()).isNotNull();
    }

    private static LogRecord failed() {
        var record = new LogRecord(Level.SEVERE, "Failed to start application");
        record.setLoggerName(StartLog.CATEGORY);
        record.setThrown(new RuntimeException(new SQLException("away", "08001")));
        return record;
    }
}
