package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's cost model: its arithmetic, and that it counts what is deployed. */
class CostsTest {

    private record Row(String what, BigDecimal howMuch, BigDecimal price, BigDecimal month) {}

    @ParameterizedTest
    @ValueSource(strings = {"Idle", "Small", "Big"})
    void theArithmeticIsRight(String model) throws IOException {
        var rows = rows(model);
        assertThat(rows)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        row -> assertThat(row.howMuch().multiply(row.price()).setScale(2, RoundingMode.HALF_UP))
                                .as(row.what())
                                .isEqualTo(row.month()));
        assertThat(rows.stream().map(Row::month).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(sum(model));
    }

    @Test
    void eachModelIncludesTheIdleSum() throws IOException {
        for (var model : List.of("Small", "Big")) {
            assertThat(rows(model).getFirst().month()).isEqualTo(sum("Idle"));
        }
    }

    @Test
    void budgetsLeaveRoom() throws IOException {
        assertThat(BigDecimal.valueOf(Size.SMALL.monthlyBudget))
                .isBetween(sum("Small"), sum("Small").multiply(BigDecimal.valueOf(1.5)));
        assertThat(BigDecimal.valueOf(Size.BIG.monthlyBudget))
                .isBetween(sum("Big"), sum("Big").multiply(BigDecimal.valueOf(1.5)));
    }

    @Test
    void whatCostsWhileIdleIsCounted() throws IOException {
        var made = Synthesis.small();
        assertThat(howMany("CloudWatch, alarms"))
                .isEqualTo(made.all("AWS::CloudWatch::Alarm").size());
        assertThat(howMany("CloudWatch, dashboards"))
                .isEqualTo(made.all("AWS::CloudWatch::Dashboard").size());
        // and the master user's, which RDS makes
        assertThat(howMany("Secrets Manager, secrets"))
                .isEqualTo(made.all("AWS::SecretsManager::Secret").size() + 1);
        assertThat(howMany("WAF, rules"))
                .isEqualTo(made.one("Firewall", "AWS::WAFv2::WebACL")
                        .property("/Rules")
                        .size());
        assertThat(made.all().map(Synthesis.Resource::type))
                .doesNotContain(
                        "AWS::EC2::NatGateway",
                        "AWS::RDS::DBProxy",
                        "AWS::EC2::VPCEndpoint",
                        "AWS::KMS::Key",
                        "AWS::EC2::EIP");
    }

    private static int howMany(String what) throws IOException {
        return rows("Idle").stream()
                .filter(row -> row.what().equals(what))
                .findAny()
                .orElseThrow()
                .howMuch()
                .intValueExact();
    }

    private static List<Row> rows(String model) throws IOException {
        return lines(model)
                .filter(line -> line.matches("\\|.*\\| [0-9.]+ \\| [0-9.]+ \\| [0-9.]+ \\|"))
                .map(line -> {
                    var cells =
                            Arrays.stream(line.split("\\|")).map(String::strip).toList();
                    return new Row(
                            cells.get(1),
                            new BigDecimal(cells.get(2)),
                            new BigDecimal(cells.get(3)),
                            new BigDecimal(cells.get(4)));
                })
                .toList();
    }

    private static BigDecimal sum(String model) throws IOException {
        return new BigDecimal(lines(model)
                .filter(line -> line.startsWith("| **Sum**"))
                .findFirst()
                .orElseThrow()
                .replaceAll("[^0-9.]", ""));
    }

    private static Stream<String> lines(String model) throws IOException {
        var section = Files.readString(Path.of("README.md")).split("\n### " + model + ":", 2)[1];
        return section.split("\n###", 2)[0].lines();
    }
}
