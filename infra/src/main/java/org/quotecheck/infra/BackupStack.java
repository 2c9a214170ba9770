package org.quotecheck.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.backup.IBackupVault;
import software.constructs.Construct;

/** A vault in another region, which has a copy of each night's backup. */
final class BackupStack extends Stack {

    private final String name;

    BackupStack(Construct scope, StackProps props, Deployment deployment) {
        super(scope, "Backup", props);
        name = deployment.name() + "-copies";
        BackupVault.Builder.create(this, "Vault")
                .backupVaultName(name)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /** By its name, which is the same at each deployment: nothing has to cross regions. */
    IBackupVault vault(Stack database) {
        database.addStackDependency(this);
        return BackupVault.fromBackupVaultArn(
                database,
                "Far",
                "arn:aws:backup:" + getRegion() + ":" + database.getAccount() + ":backup-vault:" + name);
    }
}
