package org.quotecheck.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A small function in JavaScript that runs at deployments alone; its text stands in the template. */
final class Helper extends Construct {

    private final Function function;
    private final Role role;

    /** @param files resources, joined in this order; the last one exports {@code handler} */
    Helper(Construct scope, String id, String description, Map<String, String> environment, String... files) {
        super(scope, id);
        var log = LogGroup.Builder.create(this, "Log")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(log.getLogGroupArn()))
                .build());
        function = Function.Builder.create(this, "Function")
                .description(description)
                .runtime(Runtime.NODEJS_24_X)
                .handler("index.handler")
                .code(Code.fromInline(Arrays.stream(files).map(Helper::text).collect(Collectors.joining("\n"))))
                .environment(new TreeMap<>(environment))
                .timeout(Duration.minutes(5))
                .role(role)
                .logGroup(log)
                .build();
    }

    Helper may(String action, String... resources) {
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resources))
                .build());
        return this;
    }

    Function function() {
        return function;
    }

    static String text(String file) {
        try (var in = Helper.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
