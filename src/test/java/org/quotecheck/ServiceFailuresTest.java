package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** That no test can look away from a failure of the service; each of the last two fails where nothing listens. */
@QuarkusTest
class ServiceFailuresTest {

    @Inject
    AgroalDataSource database;

    @Test
    void unexpectedFailureFailsTheTest() {
        assertThatThrownBy(() -> ServiceFailures.check(List.of("GET / answered 500"), false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET / answered 500");
    }

    @Test
    void failureOnPurposeMustHappen() {
        assertThatCode(() -> ServiceFailures.check(List.of("GET / answered 500"), true))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ServiceFailures.check(List.of(), true)).isInstanceOf(AssertionError.class);
    }

    @Test
    void warningsAreNotFailures() {
        var listener = new ServiceFailures.Listener();
        listener.publish(new LogRecord(Level.WARNING, "low"));
        assertThat(listener.take()).isEmpty();
        listener.publish(new LogRecord(Level.SEVERE, "broken"));
        assertThat(listener.take()).singleElement().asString().contains("broken");
        assertThat(listener.take()).isEmpty();
    }

    @Test
    @FailsOnPurpose
    void answerThatSaysSoIsAFailure() throws SQLException {
        run("alter table idempotency_record rename to elsewhere");
        try {
            Api.submitter()
                    .header("Idempotency-Key", "\"lost\"")
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/claims")
                    .then()
                    .statusCode(500);
        } finally {
            run("alter table elsewhere rename to idempotency_record");
        }
    }

    @Test
    @FailsOnPurpose
    void errorLoggedInAnotherThreadIsAFailure() {
        CompletableFuture.runAsync(
                        () -> Logger.getLogger(ServiceFailuresTest.class).error("on purpose"))
                .join();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
