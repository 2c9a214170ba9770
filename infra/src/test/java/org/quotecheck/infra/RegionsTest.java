package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a deployment is made of exists where it is deployed to: services-by-region.txt says where, and by whom. */
class RegionsTest {

    /** Stacks that have one region, whatever the operator's is. */
    private static final Set<String> AT_THE_EDGE = Set.of("Firewall", "Budget");

    static List<String> accepted() {
        return Regions.ACCEPTED;
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void everyPartExistsThere(String region) throws IOException {
        var table = table();
        // types depend on the region only where the firewall is in the same one
        var made = Synthesis.big(
                "region=" + (region.equals(Regions.EDGE) ? region : "eu-central-1"), "backupRegion=eu-west-1");
        assertThat(made.stacks()).hasSize(9);
        for (var stack : made.stacks().keySet()) {
            var there = AT_THE_EDGE.contains(stack) ? Regions.EDGE : region;
            for (var resource : made.in(stack)) {
                if (!resource.type().matches("Custom::(?!DatabaseRoles).*|AWS::CDK::Metadata")) {
                    var service = resource.type().replaceAll("^(AWS::\\w+)::.*", "$1");
                    assertThat(table).as("where there is %s", resource.type()).containsKey(service);
                    assertThat(table.get(service))
                            .as("%s in %s", resource.type(), there)
                            .containsAnyOf("everywhere", there);
                }
            }
        }
    }

    @Test
    void everyRegionThatHasAllIsAccepted() throws IOException {
        var everywhere = table().values().stream()
                .filter(regions -> regions.size() > 1)
                .reduce((one, other) -> one.stream().filter(other::contains).toList())
                .orElseThrow();
        assertThat(Regions.ACCEPTED).containsExactlyInAnyOrderElementsOf(everywhere);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void itsDatabasesAreKnownByTheirCertificate(String region) {
        assertThat(RootCertificates.ofAurora(region)).startsWith("-----BEGIN CERTIFICATE-----");
    }

    private static Map<String, List<String>> table() throws IOException {
        try (var in = RegionsTest.class.getResourceAsStream("services-by-region.txt")) {
            var table = new TreeMap<String, List<String>>();
            Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .forEach(row -> table.put(row.getFirst(), row.subList(1, row.size())));
            return table;
        }
    }
}
