package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.infra.Synthesis.Resource;

class DatabaseStackTest {

    static Stream<Synthesis> everySize() {
        return Stream.of(Synthesis.small(), Synthesis.big());
    }

    @ParameterizedTest
    @MethodSource("everySize")
    void isNotPublic(Synthesis made) {
        assertThat(made.all("AWS::RDS::DBInstance"))
                .isNotEmpty()
                .allMatch(instance -> !instance.property("/PubliclyAccessible").asBoolean(true));
        assertThat(made.one("Database", "AWS::RDS::DBSubnetGroup").property("/SubnetIds"))
                .hasSize(2)
                .allMatch(subnet -> Intrinsics.text(subnet).contains("VpcDatabaseSubnet"));
    }

    @ParameterizedTest
    @MethodSource("everySize")
    void isEncryptedBackedUpAndKept(Synthesis made) {
        var cluster = cluster(made);
        assertThat(cluster.property("/StorageEncrypted").asBoolean()).isTrue();
        assertThat(cluster.property("/BackupRetentionPeriod").asInt()).isEqualTo(14);
        assertThat(cluster.property("/DeletionProtection").asBoolean()).isTrue();
        assertThat(cluster.json().get("DeletionPolicy").asText()).isEqualTo("Snapshot");
        assertThat(cluster.json().get("UpdateReplacePolicy").asText()).isEqualTo("Snapshot");
        assertThat(parameter(made, "rds.force_ssl")).isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("everySize")
    void itsOnlyPasswordIsKeptAndChangedByRds(Synthesis made) {
        assertThat(cluster(made).property("/ManageMasterUserPassword").asBoolean())
                .isTrue();
        assertThat(cluster(made).property("/MasterUserPassword").isMissingNode())
                .isTrue();
        assertThat(cluster(made).property("/EnableIAMDatabaseAuthentication").asBoolean())
                .isTrue();
        assertThat(made.in("Database", "AWS::SecretsManager::Secret")).isEmpty();
    }

    @Test
    void pausesWhereSmall() {
        assertThat(capacity(Synthesis.small()))
                .isEqualTo("{\"MaxCapacity\":2,\"MinCapacity\":0,\"SecondsUntilAutoPause\":300}");
        assertThat(Synthesis.small().all("AWS::RDS::DBProxy")).isEmpty();
        assertThat(Synthesis.small().all("AWS::RDS::DBInstance")).hasSize(1);
    }

    @Test
    void frozenFunctionsDoNotKeepItAwake() {
        assertThat(Integer.parseInt(parameter(Synthesis.small(), "idle_session_timeout")))
                .isEqualTo(60_000)
                .isLessThan(300_000);
        assertThat(Synthesis.big()
                        .one("Database", "AWS::RDS::DBClusterParameterGroup")
                        .property("/Parameters")
                        .has("idle_session_timeout"))
                .isFalse();
    }

    @Test
    void mayBeginWithASnapshot() {
        var snapshot = "arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:rds:quotecheck-2026-01-05";
        var cluster = cluster(Synthesis.small("snapshot=" + snapshot));
        assertThat(cluster.property("/SnapshotIdentifier").asText()).isEqualTo(snapshot);
        assertThat(cluster.property("/MasterUsername").isMissingNode()).isTrue();
        assertThat(cluster.property("/StorageEncrypted").asBoolean()).isTrue();
        assertThat(cluster(Synthesis.small()).property("/SnapshotIdentifier").isMissingNode())
                .isTrue();
    }

    /** CloudFormation asks it before it touches the cluster (guard.js). */
    @Test
    void whatItBeganWithCannotBeForgotten() {
        for (var made : List.of(Synthesis.small(), Synthesis.small("snapshot=none"))) {
            var guard = made.one("Database", "Custom::Beginning");
            assertThat(cluster(made).json().get("DependsOn").toString()).contains("\"" + guard.id() + "\"");
            assertThat(cluster(made).property("/SnapshotIdentifier").isMissingNode())
                    .isTrue();
        }
        assertThat(Synthesis.small()
                        .one("Database", "Custom::Beginning")
                        .property("/Snapshot")
                        .asText())
                .isEmpty();
        assertThat(Synthesis.small("snapshot=none")
                        .one("Database", "Custom::Beginning")
                        .property("/Snapshot")
                        .asText())
                .isEqualTo("none");
    }

    @Test
    void eachNightsBackupIsCopiedFarAwayWhereWanted() {
        assertThat(Synthesis.small().all("AWS::Backup::BackupPlan")).isEmpty();
        var made = Synthesis.small("backupRegion=eu-west-1");
        var rule = made.one("Database", "AWS::Backup::BackupPlan").property("/BackupPlan/BackupPlanRule/0");
        assertThat(Intrinsics.text(rule.at("/CopyActions/0/DestinationBackupVaultArn")))
                .isEqualTo("arn:aws:backup:eu-west-1:${AWS::AccountId}:backup-vault:quotecheck-copies");
        assertThat(rule.at("/CopyActions/0/Lifecycle/DeleteAfterDays").asInt()).isEqualTo(14);
        assertThat(made.one("Backup", "AWS::Backup::BackupVault")
                        .property("/BackupVaultName")
                        .asText())
                .isEqualTo("quotecheck-copies");
        assertThat(Intrinsics.text(
                        made.one("Database", "AWS::Backup::BackupSelection").property("/BackupSelection/Resources")))
                .contains(":cluster:${Cluster");
    }

    /** Otherwise CloudFormation would refuse another database, since others use what the first one exports. */
    @Test
    void exportsNothingThatAnotherDatabaseWouldChange() {
        assertThat(Synthesis.big().stacks().get("Database").path("Outputs")).isEmpty();
        assertThat(Synthesis.big().in("Database", "AWS::SSM::Parameter").stream()
                        .map(parameter -> parameter.property("/Name").asText()))
                .containsExactlyInAnyOrder(
                        "/quotecheck/database/name",
                        "/quotecheck/database/id",
                        "/quotecheck/database/host",
                        "/quotecheck/proxy/id",
                        "/quotecheck/proxy/host");
    }

    @Test
    void doesNotPauseWhereBigAndHasASecondInstance() {
        assertThat(capacity(Synthesis.big())).isEqualTo("{\"MaxCapacity\":32,\"MinCapacity\":2}");
        assertThat(Synthesis.big().all("AWS::RDS::DBInstance")).hasSize(2);
    }

    @Test
    void theProxyTakesTokensOverTlsAloneAndShowsItsOwn() {
        var proxy = Synthesis.big().one("Database", "AWS::RDS::DBProxy");
        assertThat(proxy.property("/RequireTLS").asBoolean()).isTrue();
        assertThat(proxy.property("/DefaultAuthScheme").asText()).isEqualTo("IAM_AUTH");
        assertThat(proxy.property("/Auth").isMissingNode()).isTrue();
        assertThat(Synthesis.big()
                        .one("Database", "AWS::RDS::DBProxyTargetGroup")
                        .property("/ConnectionPoolConfigurationInfo/MaxConnectionsPercent")
                        .asInt())
                .isEqualTo(90);
    }

    @Test
    void runsThePostgresqlThatTheUsersSqlIsTestedWith() {
        assertThat(cluster(Synthesis.small()).property("/EngineVersion").asText())
                .isEqualTo("17.7");
    }

    @ParameterizedTest
    @MethodSource("everySize")
    void itsCertificateIsOfTheAuthorityThatTheFunctionsKnow(Synthesis made) {
        assertThat(made.all("AWS::RDS::DBInstance"))
                .allMatch(instance ->
                        instance.property("/CACertificateIdentifier").asText().equals("rds-ca-rsa2048-g1"));
        assertThat(made.one("Function", "AWS::Lambda::Function", "Migration")
                        .property("/Environment/Variables/DATABASE_ROOT")
                        .asText())
                .isEqualTo(RootCertificates.ofAurora("eu-central-1"));
    }

    @Test
    void usersAreMadeBeforeAnybodyMigrates() {
        var roles = Synthesis.small().one("Database", "Custom::DatabaseRoles");
        assertThat(roles.property("/sql").asText()).contains("create role quotecheck_owner login");
        assertThat(roles.property("/database").asText()).isEqualTo("quotecheck");
        assertThat(List.of(roles.json().get("DependsOn").toString()))
                .allMatch(needs -> needs.contains("Cluster") && needs.contains("ClusterWriter"));
    }

    private static Resource cluster(Synthesis made) {
        return made.one("Database", "AWS::RDS::DBCluster");
    }

    private static String capacity(Synthesis made) {
        return cluster(made).property("/ServerlessV2ScalingConfiguration").toString();
    }

    private static String parameter(Synthesis made, String name) {
        return made.one("Database", "AWS::RDS::DBClusterParameterGroup")
                .property("/Parameters")
                .path(name)
                .asText();
    }
}
