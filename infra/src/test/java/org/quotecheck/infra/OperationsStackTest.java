package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    @Test
    void whatLogsSayIsCounted() {
        assertThat(small.in("Operations", "AWS::Logs::MetricFilter").stream()
                        .map(filter -> filter.property("/MetricTransformations/0/MetricNamespace")
                                        .asText() + " "
                                + filter.property("/MetricTransformations/0/MetricName")
                                        .asText() + ": "
                                + filter.property("/FilterPattern").asText() + " in "
                                + Intrinsics.text(filter.property("/LogGroupName"))
                                        .replaceAll(".*Ref(\\w+?)[0-9A-F]{8}.*", "$1")))
                .containsExactlyInAnyOrder(
                        "quotecheck Refused: { $.status = \"4*\" } in EntranceLog",
                        "quotecheck Publications: { $.message = \"Published: revision *\" } in ServiceLog",
                        "quotecheck ColdStarts: ?\"Init Duration\" ?\"Restore Duration\" in ServiceLog");
        var board = Intrinsics.text(
                small.one("Operations", "AWS::CloudWatch::Dashboard").property("/DashboardBody"));
        assertThat(board).contains("ColdStarts", "Publications", "{quotecheck,Status}");
    }

    /** The line whose beginning is counted. */
    @Test
    void theServiceSaysWhatIsCountedAsAPublication() throws IOException {
        assertThat(Files.readString(Path.of("../src/main/java/org/quotecheck/log/Publications.java")))
                .contains("LOG.infof(", "\"Published: revision %d");
    }

    @Test
    void questionsAskTheLogsThatHaveTheAnswers() {
        var queries = small.in("Operations", "AWS::Logs::QueryDefinition").stream()
                .map(query -> query.property("/Name").asText() + ": "
                        + Intrinsics.text(query.property("/LogGroupNames"))
                                .replaceAll(".*Ref(\\w+?)[0-9A-F]{8}.*", "$1"))
                .toList();
        assertThat(queries)
                .containsExactlyInAnyOrder(
                        "quotecheck/Failed calls by path: EntranceLog",
                        "quotecheck/Slowest calls: EntranceLog",
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
