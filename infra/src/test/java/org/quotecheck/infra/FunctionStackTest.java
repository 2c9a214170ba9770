package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.infra.Functions.migration;
import static org.quotecheck.infra.Functions.service;
import static org.quotecheck.infra.Functions.variable;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionStackTest {

    private final Synthesis small = Synthesis.small();

    @ParameterizedTest
    @CsvSource({"x86_64, 0x3E", "arm64, 0xB7"})
    void runsWhereItsExecutableCan(String architecture, String machine) {
        var made = Synthesis.small(
                "architecture=" + architecture, "functionZip=" + Zip.bootstrapFor(Integer.decode(machine)));
        for (var function : Stream.of(service(made), migration(made)).toList()) {
            assertThat(function.property("/Runtime").asText()).isEqualTo("provided.al2023");
            assertThat(function.property("/Architectures").toString()).isEqualTo("[\"" + architecture + "\"]");
        }
    }

    @Test
    void pathsStartAtTheRoot() {
        assertThat(small.one("Function", "AWS::ApiGatewayV2::Stage")
                        .property("/StageName")
                        .asText())
                .isEqualTo("$default");
        assertThat(small.all("AWS::ApiGatewayV2::Route"))
                .hasSize(1)
                .allMatch(route -> route.property("/RouteKey").asText().equals("$default"));
        assertThat(small.one("Function", "AWS::ApiGatewayV2::Integration")
                        .property("/PayloadFormatVersion")
                        .asText())
                .isEqualTo("2.0");
    }

    @Test
    void onlyTheAliasGetsCalls() {
        assertThat(Intrinsics.text(
                        small.one("Function", "AWS::ApiGatewayV2::Integration").property("/IntegrationUri")))
                .startsWith("${Live");
        assertThat(small.all("AWS::Lambda::Permission")).hasSize(1).allSatisfy(permission -> {
            assertThat(Intrinsics.text(permission.property("/FunctionName"))).startsWith("${Live");
            assertThat(permission.property("/Principal").asText()).isEqualTo("apigateway.amazonaws.com");
            assertThat(Intrinsics.text(permission.property("/SourceArn"))).contains(":execute-api:", "EntranceApi");
        });
    }

    @Test
    void migratesWithTheSameCodeBeforeTrafficShifts() {
        assertThat(migration(small).property("/Code")).isEqualTo(service(small).property("/Code"));
        assertThat(variable(small, migration(small), "QUOTECHECK_TASK")).isEqualTo("migrate");
        assertThat(variable(small, migration(small), "QUARKUS_DATASOURCE_USERNAME"))
                .isEqualTo("quotecheck_owner");
        var trigger = small.one("Function", "Custom::Trigger");
        assertThat(Intrinsics.text(trigger.property("/HandlerArn"))).startsWith("${MigrationCurrentVersion");
        assertThat(trigger.property("/InvocationType").asText()).isEqualTo("RequestResponse");
        assertThat(small.one("Function", "AWS::Lambda::Alias")
                        .json()
                        .get("DependsOn")
                        .toString())
                .contains("\"" + trigger.id() + "\"");
        assertThat(trigger.property("/Timeout").asInt())
                .isGreaterThan(1000 * migration(small).property("/Timeout").asInt());
    }

    @Test
    void migratesOnceForEachVersion() {
        var later = Synthesis.small("functionZip=" + Zip.bootstrapFor(Zip.X86_64, 2));
        assertThat(handler(later)).isNotEqualTo(handler(small));
        assertThat(handler(Synthesis.small("monthlyBudget=31"))).isEqualTo(handler(small));
        assertThat(handler(Synthesis.small("snapshot=arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:x")))
                .isNotEqualTo(handler(small));
    }

    @Test
    void bigNewsroomsMigratePastTheProxy() {
        assertThat(variable(Synthesis.big(), service(Synthesis.big()), "QUARKUS_DATASOURCE_JDBC_URL"))
                .contains("Proxy")
                .contains("sslmode=verify-full");
        assertThat(variable(Synthesis.big(), service(Synthesis.big()), "DATABASE_ROOT"))
                .isEqualTo(RootCertificates.ofProxies());
        assertThat(variable(Synthesis.big(), migration(Synthesis.big()), "QUARKUS_DATASOURCE_JDBC_URL"))
                .doesNotContain("Proxy")
                .contains("sslmode=verify-full");
    }

    @Test
    void isBoundedInMemoryTimeAndNumber() {
        assertThat(service(small).property("/MemorySize").asInt()).isEqualTo(1024);
        assertThat(service(small).property("/Timeout").asInt()).isEqualTo(20);
        assertThat(service(Synthesis.small("concurrency=50"))
                        .property("/ReservedConcurrentExecutions")
                        .asInt())
                .isEqualTo(50);
        assertThat(service(Synthesis.big())
                        .property("/ReservedConcurrentExecutions")
                        .asInt())
                .isEqualTo(800);
        assertThat(migration(Synthesis.big())
                        .property("/ReservedConcurrentExecutions")
                        .asInt())
                .isEqualTo(1);
        var throttle = Synthesis.small("concurrency=50")
                .one("Function", "AWS::ApiGatewayV2::Stage")
                .property("/DefaultRouteSettings");
        assertThat(throttle.toString()).isEqualTo("{\"ThrottlingBurstLimit\":100,\"ThrottlingRateLimit\":1000}");
    }

    /** AWS keeps 100 of an account's quota out of every reservation, and a new account's quota is 10. */
    @Test
    void aNewAccountReservesNothing() {
        for (var made : Stream.of(small, Synthesis.big("concurrency=none")).toList()) {
            assertThat(made.all("AWS::Lambda::Function"))
                    .hasSizeGreaterThan(3)
                    .allMatch(function ->
                            function.property("/ReservedConcurrentExecutions").isMissingNode());
        }
        assertThat(small.one("Function", "AWS::ApiGatewayV2::Stage")
                        .property("/DefaultRouteSettings/ThrottlingBurstLimit")
                        .asInt())
                .isEqualTo(2 * 358);
    }

    /** 50 MB are a bound of uploads, which CDK does by S3. */
    @Test
    void theJvmStartsFromASnapshot() {
        var made = Synthesis.small("functionZip=" + Zip.of("lib/io.quarkus.quarkus-amazon-lambda-9.jar", new byte[9]));
        for (var function : Stream.of(service(made), migration(made)).toList()) {
            assertThat(function.property("/Runtime").asText()).isEqualTo("java25");
            assertThat(function.property("/Handler").asText())
                    .isEqualTo("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
            assertThat(function.property("/Code").has("S3Key")).isTrue();
            assertThat(variable(made, function, "JAVA_TOOL_OPTIONS")).contains("preferIPv6Addresses=system");
        }
        assertThat(service(made).property("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
        assertThat(migration(made).property("/SnapStart").isMissingNode()).isTrue();
        assertThat(variable(made, migration(made), "QUARKUS_FLYWAY_MIGRATE_AT_START"))
                .isEqualTo("true");
        // it is for the native function alone, and others do not start with it
        assertThat(migration(made).property("/Environment/Variables").has("QUOTECHECK_TASK"))
                .isFalse();
    }

    @Test
    void oneIdLeadsFromTheGatewayToTheAnswer() {
        assertThat(Intrinsics.text(
                        small.one("Function", "AWS::ApiGatewayV2::Integration").property("/RequestParameters")))
                .contains("$context.requestId");
        assertThat(small.one("Function", "AWS::ApiGatewayV2::Integration")
                        .property("/RequestParameters")
                        .has("append:header.x-request-id"))
                .isTrue();
        assertThat(small.one("Function", "AWS::ApiGatewayV2::Stage")
                        .property("/AccessLogSettings/Format")
                        .asText())
                .contains("\"request\":\"$context.requestId\"");
    }

    @Test
    void callsAreTracedWhereWanted() {
        assertThat(service(Synthesis.small("traces=true"))
                        .property("/TracingConfig/Mode")
                        .asText())
                .isEqualTo("Active");
        assertThat(service(small).property("/TracingConfig").isMissingNode()).isTrue();
    }

    @Test
    void logsAreNotKeptForEver() {
        assertThat(small.all("AWS::Logs::LogGroup"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(log -> log.property("/RetentionInDays").asInt() <= 90
                        && log.property("/RetentionInDays").asInt() >= 30);
        assertThat(Stream.of(service(small), migration(small)))
                .allMatch(function ->
                        !function.property("/LoggingConfig/LogGroup").isMissingNode());
    }

    @Test
    void theAccessLogHasNoReaders() {
        assertThat(small.one("Function", "AWS::ApiGatewayV2::Stage")
                        .property("/AccessLogSettings/Format")
                        .asText())
                .contains("$context.path", "$context.status")
                .doesNotContain("sourceIp", "userAgent");
    }

    private static String handler(Synthesis made) {
        return Intrinsics.text(made.one("Function", "Custom::Trigger").property("/HandlerArn"));
    }
}
