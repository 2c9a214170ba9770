package org.quotecheck.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.util.Optional;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.StageProps;
import software.constructs.Construct;

/** One deployment: all of its stacks, checked by cdk-nag's AwsSolutions rules. */
final class Stacks extends Stage {

    Stacks(Construct scope, Deployment deployment) {
        super(scope, deployment.name().text(), StageProps.builder().build());
        // what stacks use of each other cannot be taken away; what may be replaced, they tell each other otherwise
        // (Shared)
        getNode().setContext("@aws-cdk/core:defaultCrossStackReferences", "strong");
        var vault = deployment
                .backupRegion()
                .map(region -> new BackupStack(this, in(region, "copies of backups, far away"), deployment));
        var network =
                new NetworkStack(this, in(deployment.region(), "where the function and its database meet"), deployment);
        var database = new DatabaseStack(this, in(deployment.region(), "the database"), deployment, network, vault);
        var identity = IdentityStack.isNeeded(deployment)
                ? Optional.of(new IdentityStack(this, in(deployment.region(), "who the callers are"), deployment))
                : Optional.<IdentityStack>empty();
        var function = new FunctionStack(
                this, in(deployment.region(), "the service"), deployment, network, database, identity);
        var firewall = new FirewallStack(this, in(Regions.EDGE, "what the edge refuses"));
        new EdgeStack(this, in(deployment.region(), "the only way in"), deployment, function, firewall.arn());
        new OperationsStack(
                this, in(deployment.region(), "who is told when something is wrong"), deployment, database, function);
        new BudgetStack(this, in(Regions.EDGE, "who is told when it becomes expensive"), deployment);
        Aspects.of(this)
                .add(new AwsSolutionsChecks(NagPackProps.builder().verbose(true).build()));
    }

    private static StackProps in(String region, String what) {
        return StackProps.builder()
                .env(Environment.builder().region(region).build())
                .description("Quotecheck: " + what)
                .crossRegionReferences(true)
                .analyticsReporting(false)
                .build();
    }
}
