package org.quotecheck.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanCopyActionProps;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupPlanRuleProps;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.rds.DatabaseCluster;

/** A copy of each night's backup in another region. */
final class NightlyCopies {

    private NightlyCopies() {}

    /** Copies each night's backup to another region, for the day when this one is gone. */
    static void of(Stack stack, Name deployment, DatabaseCluster cluster, BackupStack far) {
        var plan = BackupPlan.Builder.create(stack, "Backups")
                .backupVault(BackupVault.Builder.create(stack, "Vault")
                        .backupVaultName(deployment + "-backups")
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build())
                .build();
        plan.addRule(new BackupPlanRule(BackupPlanRuleProps.builder()
                .ruleName("Nightly")
                .scheduleExpression(Schedule.cron(
                        CronOptions.builder().hour("3").minute("0").build()))
                .deleteAfter(Duration.days(14))
                .copyActions(List.of(BackupPlanCopyActionProps.builder()
                        .destinationBackupVault(far.vault(stack))
                        .deleteAfter(Duration.days(14))
                        .build()))
                .build()));
        var selection = plan.addSelection(
                "Database",
                BackupSelectionOptions.builder()
                        .resources(List.of(BackupResource.fromArn(cluster.getClusterArn())))
                        .build());
        Reason.why(
                selection,
                "IAM4",
                "The policy that AWS has for AWS Backup",
                "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup");
    }
}
