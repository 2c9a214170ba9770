package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several deployments in one account: what an account can have once by its name, has the deployment's name in it. */
class NamesTest {

    /** Properties that name a resource, of those types that are made. */
    private static final String NAMING =
            "Name|.*[a-z]Name|Domain|DashboardName|BackupVaultName|DBProxyName|PhysicalResourceId";

    /** Names of parts of a resource that has another owner, or of things that are not resources of the account. */
    private static final String INNER =
            "GroupName|StageName|DatabaseName|MasterUsername|FunctionName|DBClusterIdentifier|HeaderName|LogGroupName|"
                    + "MetricName|SecretName|PolicyName|ActionName|DeploymentConfigName|AliasName|RoleName|ApplicationName|"
                    + "EventName|TopicName|UserName|DBSubnetGroupName|DBClusterParameterGroupName|DBProxyEndpointName|"
                    + "TargetGroupName|RuleName|SelectionName|DomainName|ServiceName|FunctionVersionName|ClientName";

    @Test
    void twoDeploymentsShareNoName() {
        var production = names(Synthesis.big("backupRegion=eu-west-1"));
        var staging = names(Synthesis.big("backupRegion=eu-west-1", "name=facts-staging"));
        assertThat(production).hasSizeGreaterThan(20);
        assertThat(staging).hasSameSizeAs(production).doesNotContainAnyElementsOf(production);
    }

    @Test
    void itsStacksAndParametersHaveItsName() {
        var staging = Synthesis.big("name=facts-staging");
        assertThat(staging.all("AWS::SSM::Parameter"))
                .isNotEmpty()
                .allMatch(each -> each.property("/Name").asText().startsWith("/facts-staging/"));
        assertThat(staging.one("Database", "AWS::RDS::DBProxy")
                        .property("/DBProxyName")
                        .asText())
                .isEqualTo("facts-staging");
        assertThat(Intrinsics.text(
                        staging.one("Identity", "AWS::Cognito::UserPoolDomain").property("/Domain")))
                .isEqualTo("facts-staging-${AWS::AccountId}");
    }

    /** The shortest of AWS's limits of these names, but for those that have a shorter one. */
    @Test
    void theLongestNameFitsEverywhere() {
        var longest = "a2345678-0123456789z";
        assertThat(longest).hasSize(20);
        assertThat(names(Synthesis.big("backupRegion=eu-west-1", "name=" + longest)))
                .hasSizeGreaterThan(20)
                .allSatisfy(named -> {
                    var name = named.substring(named.lastIndexOf(' ') + 1).replace("${AWS::AccountId}", "123456789012");
                    int limit = named.contains("BackupVault")
                            ? 50
                            : named.contains("DBProxy") ? 60 : named.contains("UserPoolDomain") ? 63 : 100;
                    assertThat(name).as(named).hasSizeLessThanOrEqualTo(limit);
                });
    }

    private static List<String> names(Synthesis made) {
        var names = new ArrayList<String>();
        made.all()
                .filter(resource -> !resource.type().startsWith("Custom::"))
                // an alias is its function's own, and APIs may share a name
                .filter(resource ->
                        !Set.of("AWS::Lambda::Alias", "AWS::ApiGatewayV2::Api").contains(resource.type()))
                .forEach(resource -> resource.json()
                        .path("Properties")
                        .properties()
                        .forEach(property -> {
                            if (property.getKey().matches(NAMING)
                                    && !property.getKey().matches(INNER)) {
                                add(names, resource.type() + " " + property.getKey(), property.getValue());
                            }
                            // CloudFront's policies keep theirs one step below
                            if (property.getKey().endsWith("PolicyConfig")) {
                                add(names, resource.type(), property.getValue().get("Name"));
                            }
                        }));
        return names;
    }

    private static void add(List<String> names, String what, JsonNode name) {
        var text = Intrinsics.text(name);
        if (!text.startsWith("${")) {
            names.add(what + " " + text);
        }
    }
}
