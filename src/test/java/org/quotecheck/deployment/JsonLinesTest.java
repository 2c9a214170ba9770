package org.quotecheck.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    @Test
    void aRecordIsALine() throws Exception {
        var said = line(record("The edge says \"%s\"\nand no more", null));
        assertThat(said.get("message").asText()).isEqualTo("The edge says \"no\"\nand no more");
        assertThat(said.get("level").asText()).isEqualTo("WARNING");
        assertThat(said.get("logger").asText()).isEqualTo("org.quotecheck.http");
        assertThat(said.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(said.has("stack")).isFalse();
    }

    @Test
    void aStackTraceIsPartOfItsRecord() throws Exception {
        var cause = new IllegalArgumentException("of the cause");
        var said = line(record("Request %s failed", new IllegalStateException("outside", cause)));
        assertThat(said.get("message").asText()).isEqualTo("Request no failed");
        assertThat(said.get("error").asText()).isEqualTo("java.lang.IllegalStateException: outside");
        assertThat(said.get("stack").asText())
                .contains(
                        "\tat org.quotecheck.deployment.JsonLinesTest",
                        "Caused by: java.lang.IllegalArgumentException: of the cause");
    }

    private static ExtLogRecord record(String message, Throwable thrown) {
        var record = new ExtLogRecord(Level.WARNING, message, ExtLogRecord.FormatStyle.PRINTF, "x");
        record.setLoggerName("org.quotecheck.http");
        record.setParameters(new Object[] {"no"});
        record.setThrown(thrown);
        return record;
    }

    private static JsonNode line(ExtLogRecord record) throws Exception {
        var line = new JsonLines().format(record);
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        return new ObjectMapper().readTree(line);
    }
}
