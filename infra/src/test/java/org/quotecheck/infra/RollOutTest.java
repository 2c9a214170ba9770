package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.quotecheck.infra.Synthesis.Resource;

/** How a new version takes over. */
class RollOutTest {

    private final Synthesis small = Synthesis.small();

    @Test
    void takesOverInStagesAndGoesBackByAlarm() {
        assertThat(small.one("Function", "AWS::Lambda::Alias")
                        .json()
                        .at("/UpdatePolicy/CodeDeployLambdaAliasUpdate")
                        .isMissingNode())
                .isFalse();
        var group = small.one("Function", "AWS::CodeDeploy::DeploymentGroup");
        assertThat(group.property("/DeploymentConfigName").asText())
                .isEqualTo("CodeDeployDefault.LambdaCanary10Percent5Minutes");
        assertThat(group.property("/AutoRollbackConfiguration/Events").toString())
                .contains("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST");
        assertThat(stream(group.property("/AlarmConfiguration/Alarms"))
                        .map(alarm -> Intrinsics.text(alarm.get("Name"))
                                .replaceAll("[${}]", "")
                                .replaceAll("[0-9A-F]{8}$", "")))
                .containsExactlyInAnyOrder("RollbackOnErrors", "RollbackOnAnswers");
    }

    @Test
    void rollbackAlarmsLookAtEachMinute() {
        var errors = small.one("Function", "AWS::CloudWatch::Alarm", "RollbackOnErrors");
        assertThat(errors.property("/MetricName").asText()).isEqualTo("Errors");
        assertThat(errors.property("/Dimensions").toString()).contains(":live");
        var answers = small.one("Function", "AWS::CloudWatch::Alarm", "RollbackOnAnswers");
        assertThat(answers.property("/MetricName").asText()).isEqualTo("5xx");
        assertThat(Stream.of(errors, answers))
                .allMatch(alarm -> alarm.property("/Threshold").asInt() == 5
                        && alarm.property("/Period").asInt() == 60
                        && alarm.property("/EvaluationPeriods").asInt() == 1);
    }

    @Test
    void aNewVersionIsCalledBeforeReadersCome() {
        var alias = small.one("Function", "AWS::Lambda::Alias");
        var hook = small.one("Function", "AWS::Lambda::Function", "BeforeReaders");
        assertThat(alias.json()
                        .at("/UpdatePolicy/CodeDeployLambdaAliasUpdate/BeforeAllowTrafficHook/Ref")
                        .asText())
                .isEqualTo(hook.id());
        assertThat(variable(small, hook, "VERSION")).startsWith("${ServiceCurrentVersion");
        assertThat(alias.property("/FunctionVersion").toString())
                .contains(variable(small, hook, "VERSION").replaceAll("[${}]", ""));
        assertThat(variable(small, hook, "ORIGIN_SECRET"))
                .isEqualTo(variable(small, service(small), "QUOTECHECK_EDGE_SECRET"));
    }

    private static String variable(Synthesis made, Resource function, String name) {
        return made.text(function.property("/Environment/Variables/" + name));
    }

    private static Resource service(Synthesis made) {
        return made.one("Function", "AWS::Lambda::Function", "Service");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
