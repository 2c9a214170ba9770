package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** What a function in a VPC may do: write its own log, and, by Lambda's own hand alone, have its network interfaces. */
final class FunctionRole extends Role {

    private static final List<String> INTERFACES = List.of(
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");

    FunctionRole(Construct scope, String id, LogGroup log) {
        super(
                scope,
                id,
                software.amazon.awscdk.services.iam.RoleProps.builder()
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build());
        addToPolicy(PolicyStatement.Builder.create()
                .sid("OwnLog")
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(log.getLogGroupArn()))
                .build());
        addToPolicy(PolicyStatement.Builder.create()
                .sid("InterfacesForLambda")
                .actions(INTERFACES)
                .resources(List.of("*"))
                .build());
        // Lambda checks that the role may have interfaces; the code that runs under it has no business with them
        addToPolicy(PolicyStatement.Builder.create()
                .sid("InterfacesNotForCode")
                .effect(Effect.DENY)
                .actions(INTERFACES)
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("lambda:SourceFunctionArn", "arn:aws:lambda:*:*:function:*")))
                .build());
        Reason.why(
                this,
                "IAM5",
                "AWS Lambda cannot be given interfaces by name, since it makes them; what runs in the function is "
                        + "denied them",
                "Resource::*");
    }
}
