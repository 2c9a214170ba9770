package org.quotecheck.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegrationProps;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CfnStage.AccessLogSettingsProperty;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.MappingValue;
import software.amazon.awscdk.services.apigatewayv2.ParameterMapping;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The HTTP API in front of the function. Paths start at its root ({@code $default} stage); whoever comes past the edge
 * is refused by the function, which knows the edge by its secret.
 */
final class Entrance extends Construct {

    /** API Gateway gives up a little before its own limit of 30 s, and long after the function did. */
    private static final Duration PATIENCE = Duration.seconds(29);
    /** Without the caller's address: the edge's log has it, for a shorter time. */
    private static final Map<String, String> LOGGED = Map.of(
            "request",
            "$context.requestId",
            "at",
            "$context.requestTimeEpoch",
            "method",
            "$context.httpMethod",
            "path",
            "$context.path",
            "status",
            "$context.status",
            "ms",
            "$context.responseLatency",
            "functionMs",
            "$context.integrationLatency",
            "error",
            "$context.integrationErrorMessage");

    private final HttpApi api;
    private final LogGroup log;

    Entrance(Construct scope, Alias function, Capacity capacity) {
        super(scope, "Entrance");
        api = HttpApi.Builder.create(this, "Api")
                .description("Quotecheck, for its edge alone")
                .createDefaultStage(false)
                .defaultIntegration(new HttpLambdaIntegration(
                        "Service",
                        function,
                        HttpLambdaIntegrationProps.builder()
                                // behind what the caller says: the service takes the first that it can
                                .parameterMapping(new ParameterMapping()
                                        .appendHeader("x-request-id", MappingValue.contextVariable("requestId")))
                                .payloadFormatVersion(PayloadFormatVersion.VERSION_2_0)
                                .timeout(PATIENCE)
                                .build()))
                .build();
        Reason.why(
                api,
                "APIG4",
                "The service itself says who may do what (OpenID Connect), and refuses anyone who bypasses the edge");
        log = LogGroup.Builder.create(this, "Log")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        var stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(capacity.callsAtOnce() * 20)
                        .burstLimit(capacity.callsAtOnce() * 2)
                        .build())
                .build();
        ((CfnStage) stage.getNode().getDefaultChild())
                .setAccessLogSettings(AccessLogSettingsProperty.builder()
                        .destinationArn(log.getLogGroupArn())
                        .format(format())
                        .build());
    }

    private static String format() {
        var json = LOGGED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .toList();
        return "{" + String.join(",", json) + "}";
    }

    HttpApi api() {
        return api;
    }

    LogGroup log() {
        return log;
    }

    /** For the edge: host name, without scheme. */
    String host() {
        var stack = Stack.of(this);
        return api.getApiId() + ".execute-api." + stack.getRegion() + "." + stack.getUrlSuffix();
    }
}
