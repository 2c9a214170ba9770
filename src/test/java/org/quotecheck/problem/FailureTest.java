package org.quotecheck.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Which failures are the database's absence, and what the log says of one. */
class FailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "28P01", "3D000", "53300", "57P01", "57014", "55P03", "25P03"})
    void databaseIsAway(String state) {
        assertThat(new Failure(new SQLException("x", state)).isDatabaseAway()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"23505", "40001", "22001", "42P01", "0A000", "''", "NULL"},
            nullValues = "NULL")
    void databaseSaysNo(String state) {
        assertThat(new Failure(new SQLException("x", state)).isDatabaseAway()).isFalse();
    }

    /** 429 and 503 carry it. */
    @Test
    void whatPassesSaysWhenToTryAgain() {
        assertThat(ProblemType.values())
                .filteredOn(type -> type.status() == 429 || type.status() == 503)
                .hasSizeGreaterThan(2)
                .allSatisfy(type -> assertThat(Problem.of(type).headers().get("Retry-After"))
                        .matches("[0-9]+"));
    }

    @Test
    void reasonIsFoundWhereverItStands() {
        var away = new PSQLException("An I/O error", PSQLState.CONNECTION_FAILURE, new SocketTimeoutException());
        var commit = new IllegalStateException("rolled back");
        commit.addSuppressed(new PersistenceException(away));
        var batch = new BatchUpdateException("batch", "23000", new int[0]);
        batch.setNextException(away);
        for (var failure : new Throwable[] {new RuntimeException(new PersistenceException(away)), commit, batch}) {
            assertThat(new Failure(failure).isDatabaseAway()).as("%s", failure).isTrue();
        }
        assertThat(new Failure(new SQLException("Sorry, acquisition timeout!")).isDatabaseAway())
                .isTrue();
        assertThat(new Failure(new SQLException(
                                "Acquisition timeout while waiting for new connection", new TimeoutException()))
                        .isDatabaseAway())
                .isTrue();
        assertThat(new Failure(new SQLTransientConnectionException()).isDatabaseAway())
                .isTrue();
        assertThat(new Failure(new IOException("08006")).isDatabaseAway()).isFalse();
    }

    @Test
    void exceptionsThatNameEachOtherEnd() {
        var one = new RuntimeException("one");
        var other = new RuntimeException("other", one);
        one.addSuppressed(other);
        assertThat(new Failure(other).isDatabaseAway()).isFalse();
    }

    @Test
    void lineQuotesNothing() {
        var failure = new IllegalStateException(
                "token eyJhbGciOi", new SQLException("Key (name)=(Ann Lee) exists\nDetail: row", "23505"));
        assertThat(new Failure(failure).inOneLine())
                .startsWith("java.lang.IllegalStateException < java.sql.SQLException 23505 at FailureTest.java:")
                .doesNotContain("eyJ", "Ann", "\n");
    }
}
