package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.infra.Functions.service;
import static org.quotecheck.infra.Functions.variable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.quotecheck.infra.Synthesis.Resource;

class OperationsStackTest {

    private final Synthesis small = Synthesis.small();

    @Test
    void alarmsAndTheirThresholds() {
        assertThat(alarms(small))
                .containsExactlyInAnyOrder(
                        "Errors: Errors Sum >= 5, 1 of 300 s",
                        "Answers5xx: IF(calls >= 50, 100 * failed / calls, 0) >= 2, 2 of 300 s",
                        "Slow: Latency p99 >= 3000, 3 of 300 s",
                        "Throttles: Throttles Sum >= 1, 1 of 300 s",
                        "Answers4xx: IF(calls >= 50, 100 * refused / calls, 0) >= 50, 3 of 300 s",
                        "Silence: Count Sum < 1, 24 of 3600 s",
                        "DatabaseLoad: ACUUtilization Average >= 90, 3 of 300 s",
                        "DatabaseConnections: DatabaseConnections Maximum >= 340.2, 2 of 300 s",
                        "Migration: Errors Sum >= 1, 1 of 300 s");
    }

    @Test
    void thresholdsGrowWithTheCapacity() {
        assertThat(alarms(Synthesis.big()))
                .contains(
                        "Concurrency: ConcurrentExecutions Maximum >= 720, 3 of 300 s",
                        "DatabaseConnections: DatabaseConnections Maximum >= 4500, 2 of 300 s");
    }

    @Test
    void eachAlarmTellsTheDesk() {
        var topic = small.one("Operations", "AWS::SNS::Topic").id();
        assertThat(small.in("Operations", "AWS::CloudWatch::Alarm"))
                .allMatch(
                        alarm -> alarm.property("/AlarmActions/0/Ref").asText().equals(topic)
                                && alarm.property("/OKActions/0/Ref").asText().equals(topic)
                                && alarm.property("/TreatMissingData")
                                        .asText()
                                        .equals(alarm.id().startsWith("Silence") ? "breaching" : "notBreaching")
                                && !alarm.property("/AlarmDescription").asText().isEmpty());
        var told = small.one("Operations", "AWS::SNS::Subscription");
        assertThat(told.property("/Protocol").asText() + " "
                        + told.property("/Endpoint").asText())
                .isEqualTo("email desk@news.example");
    }

    @Test
    void theBudgetWarnsBeforeItIsSpent() {
        var budget = small.one("Budget", "AWS::Budgets::Budget");
        assertThat(budget.property("/Budget/BudgetLimit").toString()).isEqualTo("{\"Amount\":60,\"Unit\":\"USD\"}");
        assertThat(stream(budget.property("/NotificationsWithSubscribers"))
                        .map(told -> told.at("/Notification/NotificationType").asText() + " "
                                + told.at("/Notification/Threshold").asInt() + " "
                                + told.at("/Subscribers/0/Address").asText()))
                .containsExactly("ACTUAL 80 desk@news.example", "FORECASTED 100 desk@news.example");
    }

    @Test
    void theBoardShowsWhatAlarmsLookAt() {
        var board = Intrinsics.text(
                small.one("Operations", "AWS::CloudWatch::Dashboard").property("/DashboardBody"));
        assertThat(List.of(
                        "4xx",
                        "5xx",
                        "Latency",
                        "Throttles",
                        "Errors",
                        "ConcurrentExecutions",
                        "ACUUtilization",
                        "ServerlessDatabaseCapacity",
                        "DatabaseConnections"))
                .allMatch(board::contains);
    }

    /** The names that the function writes (EmbeddedMetrics), in the namespace that it is given. */
    @Test
    void theBoardShowsWhatTheFunctionCounts() throws IOException {
        var written = Files.readString(Path.of("../src/main/java/org/quotecheck/metric/EmbeddedMetrics.java"));
        for (var made : List.of(small, Synthesis.small("name=staging"))) {
            var namespace = variable(made, service(made), "QUOTECHECK_METRICS_NAMESPACE");
            var board = Intrinsics.text(
                    made.one("Operations", "AWS::CloudWatch::Dashboard").property("/DashboardBody"));
            for (var name : List.of("Latency", "ColdStarts", "Publications")) {
                assertThat(written).contains("line.metric(\"" + name + "\"");
                assertThat(board).contains("[\"" + namespace + "\",\"" + name + "\"");
            }
            assertThat(written).contains("line.metric(\"Refused\", \"Count\", \"Kind\")");
            assertThat(board)
                    .contains("SEARCH('{\\\"" + namespace + "\\\",Kind} MetricName=\\\"Refused\\\"', 'Sum', 300)");
        }
        assertThat(small.all("AWS::Logs::MetricFilter")).isEmpty();
    }

    @Test
    void questionsAskTheLogsThatHaveTheAnswers() {
        var queries = small.in("Operations", "AWS::Logs::QueryDefinition").stream()
                .map(query -> query.property("/Name").asText() + ": "
                        + Pattern.compile("Ref(\\w+?)[0-9A-F]{8}")
                                .matcher(Intrinsics.text(query.property("/LogGroupNames")))
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.joining(" ")))
                .toList();
        assertThat(queries)
                .containsExactlyInAnyOrder(
                        "quotecheck/Failed calls by path: EntranceLog",
                        "quotecheck/Slowest calls: EntranceLog",
                        "quotecheck/One call: EntranceLog ServiceLog",
                        "quotecheck/Cold starts: ServiceLog",
                        "quotecheck/Warnings and errors: ServiceLog");
        assertThat(small.in("Operations", "AWS::Logs::QueryDefinition"))
                .allMatch(query -> query.property("/QueryString").asText().contains("\n| "));
    }

    private static List<String> alarms(Synthesis made) {
        return made.in("Operations", "AWS::CloudWatch::Alarm").stream()
                .map(OperationsStackTest::alarm)
                .toList();
    }

    private static String alarm(Resource alarm) {
        var comparison = Map.of("GreaterThanOrEqualToThreshold", " >= ", "LessThanThreshold", " < ");
        var name = alarm.id().replaceAll("[0-9A-F]{8}$", "");
        boolean plain = alarm.property("/Metrics").isMissingNode();
        var measure = plain
                ? alarm.property("/MetricName").asText() + " "
                        + alarm.property("/Statistic").asText()
                        + alarm.property("/ExtendedStatistic").asText()
                : stream(alarm.property("/Metrics"))
                        .filter(metric -> metric.has("Expression"))
                        .map(metric -> metric.get("Expression").asText())
                        .findFirst()
                        .orElseThrow();
        var period = plain
                ? alarm.property("/Period")
                : stream(alarm.property("/Metrics"))
                        .map(metric -> metric.at("/MetricStat/Period"))
                        .filter(JsonNode::isInt)
                        .findFirst()
                        .orElseThrow();
        return name + ": " + measure
                + comparison.get(alarm.property("/ComparisonOperator").asText())
                + alarm.property("/Threshold").asText() + ", "
                + alarm.property("/EvaluationPeriods").asText() + " of " + period.asText() + " s";
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
