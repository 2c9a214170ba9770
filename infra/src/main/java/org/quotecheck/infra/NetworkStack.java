package org.quotecheck.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IpProtocol;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * Where the function and its database meet: nothing in it can be reached from the internet, and only keys are fetched
 * there.
 */
final class NetworkStack extends Stack {

    static final int POSTGRESQL = 5432;
    private static final int HTTPS = 443;
    private static final SubnetSelection FUNCTIONS =
            SubnetSelection.builder().subnetGroupName("Functions").build();
    private static final SubnetSelection DATABASE =
            SubnetSelection.builder().subnetGroupName("Database").build();

    private final Vpc vpc;
    private final SecurityGroup functions;
    private final SecurityGroup database;

    NetworkStack(Construct scope, StackProps props, Deployment deployment) {
        super(scope, "Network", props);
        boolean nat = deployment.egress() == Egress.NAT;
        vpc = Vpc.Builder.create(this, "Vpc")
                .ipProtocol(nat ? IpProtocol.IPV4_ONLY : IpProtocol.DUAL_STACK)
                .createInternetGateway(nat)
                .maxAzs(2)
                .natGateways(nat ? 1 : 0)
                .subnetConfiguration(subnets(nat))
                .flowLogs(Map.of(
                        "Refused",
                        FlowLogOptions.builder()
                                .trafficType(FlowLogTrafficType.REJECT)
                                .destination(FlowLogDestination.toCloudWatchLogs(log()))
                                .build()))
                .build();
        functions = group("Functions", "The functions");
        database = group("Database", "The database, and its proxy");
        // a function without a way over IPv6 finds none either, and the other way round
        functions.addEgressRule(nat ? Peer.anyIpv4() : Peer.anyIpv6(), Port.tcp(HTTPS), "The identity provider's keys");
        functions.addEgressRule(database, Port.tcp(POSTGRESQL), "Statements");
        database.addIngressRule(functions, Port.tcp(POSTGRESQL), "Statements of the functions");
        if (deployment.capacity().proxy()) {
            database.addIngressRule(database, Port.tcp(POSTGRESQL), "Statements of the proxy");
            database.addEgressRule(database, Port.tcp(POSTGRESQL), "From the proxy to the database");
        }
    }

    private static List<SubnetConfiguration> subnets(boolean nat) {
        var subnets = new ArrayList<>(List.of(
                SubnetConfiguration.builder()
                        .name("Functions")
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .cidrMask(20)
                        .build(),
                SubnetConfiguration.builder()
                        .name("Database")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .cidrMask(24)
                        .build()));
        if (nat) {
            subnets.add(SubnetConfiguration.builder()
                    .name("Nat")
                    .subnetType(SubnetType.PUBLIC)
                    .cidrMask(28)
                    .mapPublicIpOnLaunch(false)
                    .build());
        }
        return subnets;
    }

    private LogGroup log() {
        return LogGroup.Builder.create(this, "RefusedLog")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id + "Group")
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }

    Vpc vpc() {
        return vpc;
    }

    /** Of both functions. */
    SecurityGroup functionsGroup() {
        return functions;
    }

    /** Of the database and its proxy; fixed, since all of its rules stand here. */
    ISecurityGroup databaseGroup(Construct scope) {
        return SecurityGroup.fromSecurityGroupId(
                scope,
                "Group",
                database.getSecurityGroupId(),
                SecurityGroupImportOptions.builder().mutable(false).build());
    }

    SubnetSelection functionSubnets() {
        return FUNCTIONS;
    }

    SubnetSelection databaseSubnets() {
        return DATABASE;
    }
}
