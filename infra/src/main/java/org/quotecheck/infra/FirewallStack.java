package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CustomHTTPHeaderProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CustomResponseProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.NotStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OrStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.constructs.Construct;

/** What the edge refuses before it reaches the function. In us-east-1, where AWS wants the firewalls of CloudFront. */
final class FirewallStack extends Stack {

    /** Writes of one address in five minutes: some ten times what a person in a hurry does. */
    static final int WRITES = 300;

    static final int SECONDS = 300;

    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");

    private final CfnWebACL firewall;

    FirewallStack(Construct scope, StackProps props) {
        super(scope, "Firewall", props);
        firewall = CfnWebACL.Builder.create(this, "Firewall")
                .scope("CLOUDFRONT")
                .defaultAction(DefaultActionProperty.builder()
                        .allow(AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(seen("All"))
                .rules(List.of(RuleProperty.builder()
                        .name("WritesOfOneAddress")
                        .priority(0)
                        .statement(StatementProperty.builder()
                                .rateBasedStatement(RateBasedStatementProperty.builder()
                                        .limit(WRITES)
                                        .evaluationWindowSec(SECONDS)
                                        .aggregateKeyType("IP")
                                        .scopeDownStatement(not(StatementProperty.builder()
                                                .orStatement(OrStatementProperty.builder()
                                                        .statements(READS.stream()
                                                                .map(FirewallStack::method)
                                                                .toList())
                                                        .build())
                                                .build()))
                                        .build())
                                .build())
                        .action(RuleActionProperty.builder()
                                .block(BlockActionProperty.builder()
                                        .customResponse(tooManyRequests())
                                        .build())
                                .build())
                        .visibilityConfig(seen("WritesOfOneAddress"))
                        .build()))
                .build();
    }

    private static CustomResponseProperty tooManyRequests() {
        return CustomResponseProperty.builder()
                .responseCode(429)
                .responseHeaders(List.of(CustomHTTPHeaderProperty.builder()
                        .name("Retry-After")
                        .value(String.valueOf(SECONDS))
                        .build()))
                .build();
    }

    private static StatementProperty not(StatementProperty statement) {
        return StatementProperty.builder()
                .notStatement(
                        NotStatementProperty.builder().statement(statement).build())
                .build();
    }

    private static StatementProperty method(String name) {
        return StatementProperty.builder()
                .byteMatchStatement(ByteMatchStatementProperty.builder()
                        .fieldToMatch(
                                FieldToMatchProperty.builder().method(Map.of()).build())
                        .positionalConstraint("EXACTLY")
                        .searchString(name)
                        .textTransformations(List.of(TextTransformationProperty.builder()
                                .priority(0)
                                .type("NONE")
                                .build()))
                        .build())
                .build();
    }

    private static VisibilityConfigProperty seen(String metric) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .metricName(metric)
                .build();
    }

    String arn() {
        return firewall.getAttrArn();
    }
}
