package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.infra.Synthesis.Resource;

class NetworkStackTest {

    static Stream<Synthesis> everyKind() {
        return Stream.of(Synthesis.small(), Synthesis.big(), Synthesis.small("egress=nat"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void nothingLetsTheInternetIn(Synthesis made) {
        assertThat(rules(made, "Ingress"))
                .isNotEmpty()
                .noneMatch(rule -> rule.contains("0.0.0.0/0") || rule.contains("::/0"));
        assertThat(made.all("AWS::EC2::Subnet"))
                .noneMatch(subnet -> subnet.property("/MapPublicIpOnLaunch").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void theDatabasesSubnetsHaveNoWayOut(Synthesis made) {
        assertThat(made.in("Network", "AWS::EC2::Subnet").stream()
                        .filter(subnet -> subnet.id().contains("Database")))
                .hasSize(2);
        assertThat(routes(made)).noneMatch(route -> route.contains("Database"));
    }

    @Test
    void onlyFunctionsReachTheDatabase() {
        assertThat(rules(Synthesis.small(), "Ingress")).containsExactly("DatabaseGroup from FunctionsGroup tcp 5432");
        assertThat(rules(Synthesis.small(), "Egress"))
                .containsExactlyInAnyOrder(
                        "FunctionsGroup to DatabaseGroup tcp 5432", "FunctionsGroup to ::/0 tcp 443");
    }

    @Test
    void aProxyReachesItToo() {
        assertThat(rules(Synthesis.big(), "Ingress"))
                .containsExactlyInAnyOrder(
                        "DatabaseGroup from FunctionsGroup tcp 5432", "DatabaseGroup from DatabaseGroup tcp 5432");
        assertThat(rules(Synthesis.big(), "Egress")).contains("DatabaseGroup to DatabaseGroup tcp 5432");
    }

    @Test
    void functionsGoOutOverIpv6ForNothing() {
        var made = Synthesis.small();
        assertThat(routes(made))
                .hasSize(2)
                .allMatch(route -> route.matches("VpcFunctionsSubnet[12].* to ::/0 by EgressOnlyInternetGatewayId"));
        assertThat(made.all("AWS::EC2::NatGateway")).isEmpty();
        assertThat(made.all("AWS::EC2::InternetGateway")).isEmpty();
    }

    @Test
    void orOverIpv4ByOneGateway() {
        var made = Synthesis.small("egress=nat");
        assertThat(made.all("AWS::EC2::NatGateway")).hasSize(1);
        assertThat(routes(made).stream().filter(route -> route.startsWith("VpcFunctions")))
                .hasSize(2)
                .allMatch(route -> route.endsWith(" to 0.0.0.0/0 by NatGatewayId"));
        assertThat(rules(made, "Egress"))
                .contains("FunctionsGroup to 0.0.0.0/0 tcp 443")
                .noneMatch(rule -> rule.contains("::/0"));
    }

    @Test
    void whatIsRefusedIsLogged() {
        assertThat(Synthesis.small()
                        .one("Network", "AWS::EC2::FlowLog")
                        .property("/TrafficType")
                        .asText())
                .isEqualTo("REJECT");
    }

    private static List<String> routes(Synthesis made) {
        return made.in("Network", "AWS::EC2::Route").stream()
                .map(route -> Intrinsics.text(route.property("/RouteTableId")).replaceAll("[${}]", "") + " to "
                        + route.property("/DestinationCidrBlock").asText()
                        + route.property("/DestinationIpv6CidrBlock").asText() + " by "
                        + Stream.of("NatGatewayId", "GatewayId", "EgressOnlyInternetGatewayId")
                                .filter(way -> !route.property("/" + way).isMissingNode())
                                .findFirst()
                                .orElse("nothing"))
                .toList();
    }

    /** Rules of security groups, whether they stand in their group or by themselves. */
    private static List<String> rules(Synthesis made, String direction) {
        var apart = made.in("Network", "AWS::EC2::SecurityGroup" + direction).stream()
                .map(rule -> rule(group(rule, "/GroupId"), rule.json().get("Properties"), direction));
        var within = made.in("Network", "AWS::EC2::SecurityGroup").stream()
                .flatMap(group -> Stream.of(group.property("/SecurityGroup" + direction))
                        .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                        .map(rule -> rule(group.id().replaceAll("Group.*", "Group"), rule, direction)));
        return Stream.concat(apart, within)
                .filter(rule -> !rule.contains("255.255.255.255/32"))
                .toList();
    }

    private static String rule(String group, JsonNode rule, String direction) {
        var other = Stream.of("CidrIp", "CidrIpv6")
                .filter(rule::has)
                .map(name -> rule.get(name).asText())
                .findFirst()
                .orElseGet(() -> name(rule.get(
                        direction.equals("Ingress") ? "SourceSecurityGroupId" : "DestinationSecurityGroupId")));
        return group + (direction.equals("Ingress") ? " from " : " to ") + other + " "
                + rule.get("IpProtocol").asText() + " " + rule.get("FromPort").asText();
    }

    private static String group(Resource rule, String pointer) {
        return name(rule.property(pointer));
    }

    private static String name(JsonNode group) {
        return Intrinsics.text(group).replaceAll("[${}]", "").replaceAll("Group.*", "Group");
    }
}
