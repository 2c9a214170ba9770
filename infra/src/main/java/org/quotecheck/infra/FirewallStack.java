package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AndStatementProperty;
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

    /** Of one address in five minutes: some ten times what a person in a hurry does. */
    static final int WRITES = 300;

    /** POSTs that read: many people's programs may come from one address. */
    static final int QUESTIONS = 1_500;

    /** A newsroom, or a mobile network, may have one address for all. */
    static final int READS = 15_000;

    static final int SECONDS = 300;

    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

    /** Paths at which a POST changes nothing. */
    private static final List<String> ASKING =
            List.of("/mcp", "/v1/claims/match", "/v1/lookup", "/v1alpha1/claims:search");

    private final CfnWebACL firewall;

    FirewallStack(Construct scope, StackProps props) {
        super(scope, "Firewall", props);
        firewall = CfnWebACL.Builder.create(this, "Firewall")
                .scope("CLOUDFRONT")
                .defaultAction(DefaultActionProperty.builder()
                        .allow(AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(seen("All"))
                .rules(List.of(
                        rule(0, "ReadsOfOneAddress", READS, reading()),
                        rule(1, "QuestionsOfOneAddress", QUESTIONS, asking()),
                        rule(2, "WritesOfOneAddress", WRITES, both(not(reading()), not(asking())))))
                .build();
    }

    /** @param limit calls of one address, of those that the statement means */
    private static RuleProperty rule(int priority, String name, int limit, StatementProperty which) {
        return RuleProperty.builder()
                .name(name)
                .priority(priority)
                .statement(StatementProperty.builder()
                        .rateBasedStatement(RateBasedStatementProperty.builder()
                                .limit(limit)
                                .evaluationWindowSec(SECONDS)
                                .aggregateKeyType("IP")
                                .scopeDownStatement(which)
                                .build())
                        .build())
                .action(RuleActionProperty.builder()
                        .block(BlockActionProperty.builder()
                                .customResponse(tooManyRequests())
                                .build())
                        .build())
                .visibilityConfig(seen(name))
                .build();
    }

    private static StatementProperty reading() {
        return any(READING.stream().map(FirewallStack::method).toList());
    }

    private static StatementProperty asking() {
        return both(method("POST"), any(ASKING.stream().map(FirewallStack::path).toList()));
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

    private static StatementProperty any(List<StatementProperty> statements) {
        return StatementProperty.builder()
                .orStatement(
                        OrStatementProperty.builder().statements(statements).build())
                .build();
    }

    private static StatementProperty both(StatementProperty one, StatementProperty other) {
        return StatementProperty.builder()
                .andStatement(AndStatementProperty.builder()
                        .statements(List.of(one, other))
                        .build())
                .build();
    }

    private static StatementProperty method(String name) {
        return exactly(FieldToMatchProperty.builder().method(Map.of()).build(), name);
    }

    private static StatementProperty path(String path) {
        return exactly(FieldToMatchProperty.builder().uriPath(Map.of()).build(), path);
    }

    private static StatementProperty exactly(FieldToMatchProperty field, String text) {
        return StatementProperty.builder()
                .byteMatchStatement(ByteMatchStatementProperty.builder()
                        .fieldToMatch(field)
                        .positionalConstraint("EXACTLY")
                        .searchString(text)
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
