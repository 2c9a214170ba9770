package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseProxy;
import software.amazon.awscdk.services.rds.DefaultAuthScheme;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.constructs.Construct;

/**
 * Aurora PostgreSQL Serverless v2, and RDS Proxy where there are many instances of the function. Its users are known by
 * IAM; only the master user has a password, which RDS keeps in Secrets Manager and changes every week.
 */
final class DatabaseStack extends Stack {

    static final String NAME = "quotecheck";
    /** Reads and writes rows. */
    static final String USER = "quotecheck";
    /** Changes the schema. */
    static final String OWNER = "quotecheck_owner";

    private final Deployment deployment;
    private final ISecurityGroup group;
    private final DatabaseCluster cluster;
    private final Shared name;
    private final Shared id;
    private final Shared host;
    /** These two are null where there is no proxy. */
    private final Shared proxyId;

    private final Shared proxyHost;

    DatabaseStack(
            Construct scope, StackProps props, Deployment deployment, NetworkStack network, Optional<BackupStack> far) {
        super(scope, "Database", props);
        this.deployment = deployment;
        group = network.databaseGroup(this);
        cluster = AuroraCluster.in(this, deployment, network, group);
        cluster.getNode().addDependency(Beginning.of(this, deployment.snapshot()));
        far.ifPresent(vault -> NightlyCopies.of(this, deployment.name(), cluster, vault));
        name = Shared.by(this, "database/name", cluster.getClusterIdentifier());
        id = Shared.by(this, "database/id", cluster.getClusterResourceIdentifier());
        host = Shared.by(this, "database/host", cluster.getClusterEndpoint().getHostname());
        DatabaseUsers.in(this, cluster);
        var proxy = deployment.capacity().proxy() ? proxy(network) : null;
        proxyId =
                proxy == null ? null : Shared.by(this, "proxy/id", Fn.select(6, Fn.split(":", proxy.getDbProxyArn())));
        proxyHost = proxy == null ? null : Shared.by(this, "proxy/host", proxy.getEndpoint());
    }

    private DatabaseProxy proxy(NetworkStack network) {
        var role = Role.Builder.create(this, "ProxyRole")
                .assumedBy(new ServicePrincipal("rds.amazonaws.com"))
                .build();
        role.addToPolicy(connecting(cluster.getClusterResourceIdentifier(), USER));
        return DatabaseProxy.Builder.create(this, "Proxy")
                .dbProxyName(deployment.name().text())
                .role(role)
                .proxyTarget(ProxyTarget.fromCluster(cluster))
                .vpc(network.vpc())
                .vpcSubnets(network.databaseSubnets())
                .securityGroups(List.of(group))
                .defaultAuthScheme(DefaultAuthScheme.IAM_AUTH)
                .requireTls(true)
                .maxConnectionsPercent(90)
                .idleClientTimeout(Duration.minutes(30))
                .build();
    }

    /** What the function needs to reach the database, through the proxy where there is one. */
    Map<String, String> connection(Construct reader) {
        return proxyHost == null
                ? connection(host.in(reader), USER, ownRoot())
                : connection(proxyHost.in(reader), USER, RootCertificates.ofProxies());
    }

    /** What the migration needs: the database itself, since its locks are no matter for a proxy. */
    Map<String, String> ownersConnection(Construct reader) {
        return connection(host.in(reader), OWNER, ownRoot());
    }

    private String ownRoot() {
        return RootCertificates.ofAurora(deployment.region());
    }

    private static Map<String, String> connection(String host, String user, String root) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + host + ":" + NetworkStack.POSTGRESQL + "/" + NAME
                        + "?sslmode=verify-full&sslfactory=org.postgresql.ssl.SingleCertValidatingFactory&sslfactoryarg=env:DATABASE_ROOT"
                        + "&authenticationPluginClassName=org.quotecheck.deployment.DatabaseToken",
                "QUARKUS_DATASOURCE_USERNAME",
                user,
                "QUARKUS_DATASOURCE_PASSWORD",
                "by-iam",
                "DATABASE_ROOT",
                root);
    }

    /** Lets a function connect as the user who reads and writes rows. */
    PolicyStatement serving(Construct reader) {
        return connecting((proxyId == null ? id : proxyId).in(reader), USER);
    }

    /** Lets a function connect as the user who changes the schema. */
    PolicyStatement migrating(Construct reader) {
        return connecting(id.in(reader), OWNER);
    }

    /** @param id of a cluster or proxy, as IAM knows it */
    private PolicyStatement connecting(String id, String user) {
        return PolicyStatement.Builder.create()
                .sid("Connect")
                .actions(List.of("rds-db:connect"))
                .resources(List.of("arn:aws:rds-db:" + getRegion() + ":" + getAccount() + ":dbuser:" + id + "/" + user))
                .build();
    }

    /** By which CloudWatch knows it. */
    Shared name() {
        return name;
    }
}
