package org.quotecheck.infra;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.DatabaseCluster;

/** The database's users, who are made once the cluster is there (roles.sql, roles.js). */
final class DatabaseUsers {

    private DatabaseUsers() {}

    static void in(Stack stack, DatabaseCluster cluster) {
        var master = ((CfnDBCluster) cluster.getNode().getDefaultChild()).getAttrMasterUserSecretSecretArn();
        var helper = new Helper(stack, "RolesMaker", "Makes the database's users", Map.of(), "answer.js", "roles.js")
                .may("rds-data:ExecuteStatement", cluster.getClusterArn())
                .may("secretsmanager:GetSecretValue", master);
        var roles = CustomResource.Builder.create(stack, "Roles")
                .resourceType("Custom::DatabaseRoles")
                .serviceToken(helper.function().getFunctionArn())
                .properties(new TreeMap<>(Map.of(
                        "resourceArn",
                        cluster.getClusterArn(),
                        "secretArn",
                        master,
                        "database",
                        DatabaseStack.NAME,
                        "sql",
                        Helper.text("roles.sql"))))
                .build();
        roles.getNode().addDependency(cluster, helper);
    }
}
