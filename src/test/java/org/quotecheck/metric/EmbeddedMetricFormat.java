package org.quotecheck.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;

/** What the specification demands of a line, so that CloudWatch makes metrics of it. */
public final class EmbeddedMetricFormat {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(EmbeddedMetricFormat.class.getResourceAsStream("/metric/embedded-metric-format.json"));

    private EmbeddedMetricFormat() {}

    /** The lines of a log that are such, each of them looked at. */
    public static List<JsonNode> in(String log) {
        return log.lines()
                .filter(line -> line.contains("\"_aws\""))
                .map(EmbeddedMetricFormat::checked)
                .toList();
    }

    static JsonNode checked(String line) {
        try {
            var read = JSON.readTree(line);
            assertThat(line).doesNotContain("\n").hasSizeLessThan(256 * 1024);
            assertThat(SCHEMA.validate(read)).isEmpty();
            for (var directive : read.at("/_aws/CloudWatchMetrics")) {
                directive
                        .get("Metrics")
                        .forEach(metric -> assertThat(
                                        read.path(metric.get("Name").asText()).isNumber())
                                .as("a metric's target is a number: %s", metric)
                                .isTrue());
                directive
                        .get("Dimensions")
                        .forEach(set -> set.forEach(dimension -> assertThat(
                                        read.path(dimension.asText()).isTextual())
                                .as("a dimension's target is a string: %s", dimension)
                                .isTrue()));
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
