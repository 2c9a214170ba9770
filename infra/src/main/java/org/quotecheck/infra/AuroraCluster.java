package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.CaCertificate;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.IClusterInstance;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;

/** The cluster itself: its size, its backups, and the snapshot that it may begin with. */
final class AuroraCluster {

    private static final String BACKUPS = "01:00-02:00";
    private static final String MAINTENANCE = "sun:02:30-sun:03:30";

    private AuroraCluster() {}

    static DatabaseCluster in(Stack stack, Deployment deployment, NetworkStack network, ISecurityGroup group) {
        var capacity = deployment.capacity();
        var builder = DatabaseCluster.Builder.create(stack, "Cluster")
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
                .defaultDatabaseName(DatabaseStack.NAME)
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
}
