package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.CaCertificate;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.DatabaseProxy;
import software.amazon.awscdk.services.rds.DefaultAuthScheme;
import software.amazon.awscdk.services.rds.IClusterInstance;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;
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

    private static final String BACKUPS = "01:00-02:00";
    private static final String MAINTENANCE = "sun:02:30-sun:03:30";

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
        cluster = cluster(network);
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

    private DatabaseCluster cluster(NetworkStack network) {
        var capacity = deployment.capacity();
        var builder = DatabaseCluster.Builder.create(this, "Cluster")
                .engine(DatabaseClusterEngine.auroraPostgres(AuroraPostgresClusterEngineProps.builder()
                        .version(AuroraPostgresEngineVersion.VER_17_7)
                        .build()))
                .writer(instance("Writer", false))
                .readers(IntStream.rangeClosed(1, capacity.readers())
                        .mapToObj(n -> instance("Reader" + n, true))
                        .toList())
                .serverlessV2MinCapacity(capacity.min())
                .serverlessV2MaxCapacity(capacity.max())
                .vpc(network.vpc())
                .vpcSubnets(network.databaseSubnets())
                .securityGroups(List.of(group))
                .port(NetworkStack.POSTGRESQL)
                .defaultDatabaseName(NAME)
                .credentials(Credentials.fromUsername("quotecheck_master"))
                .manageMasterUserPassword(true)
                .iamAuthentication(true)
                .enableDataApi(true)
                .storageEncrypted(true)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.SNAPSHOT)
                .backup(BackupProps.builder()
                        .retention(Duration.days(14))
                        .preferredWindow(BACKUPS)
                        .build())
                .preferredMaintenanceWindow(MAINTENANCE)
                .copyTagsToSnapshot(true)
                .parameters(parameters(capacity));
        if (capacity.pauses()) {
            builder.serverlessV2AutoPauseDuration(Duration.minutes(5));
        }
        var made = builder.build();
        deployment
                .snapshot()
                .arn()
                .ifPresent(snapshot -> restore((CfnDBCluster) made.getNode().getDefaultChild(), snapshot));
        return made;
    }

    /** A cluster that begins with a snapshot has the snapshot's master user. */
    private static void restore(CfnDBCluster cluster, String snapshot) {
        cluster.setSnapshotIdentifier(snapshot);
        cluster.addPropertyDeletionOverride("MasterUsername");
    }

    private static IClusterInstance instance(String id, boolean reader) {
        var props = ServerlessV2ClusterInstanceProps.builder()
                .caCertificate(CaCertificate.RDS_CA_RSA2048_G1)
                .autoMinorVersionUpgrade(true)
                .publiclyAccessible(false)
                .enablePerformanceInsights(true);
        return ClusterInstance.serverlessV2(
                id, reader ? props.scaleWithWriter(true).build() : props.build());
    }

    private static Map<String, String> parameters(Capacity capacity) {
        // a frozen function would hold its connection, and so the database awake, until AWS takes it away
        return capacity.pauses()
                ? new TreeMap<>(Map.of("rds.force_ssl", "1", "idle_session_timeout", "60000"))
                : Map.of("rds.force_ssl", "1");
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
