package org.quotecheck.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Variables that nothing reads are named; those that docs/operating.md lists are read. */
class SettingNamesTest {

    @Test
    void whatIsMisspeltIsNamed() {
        assertThat(SettingNames.unknown(List.of(
                        "QUOTECHECK_ORGANISATION_NAME",
                        "QUOTECHECK_EDGE_SECERT",
                        "QUOTECHECK_EDGE_SECRET",
                        "QUOTECHECK_base_url",
                        "PATH",
                        "QUARKUS_HTTP_PORT")))
                .containsExactly("QUOTECHECK_EDGE_SECERT", "QUOTECHECK_ORGANISATION_NAME", "QUOTECHECK_base_url");
    }

    @Test
    void whatKubernetesTellsOfAServiceIsNoSetting() {
        assertThat(SettingNames.unknown(List.of(
                        "QUOTECHECK_SERVICE_HOST",
                        "QUOTECHECK_SERVICE_PORT",
                        "QUOTECHECK_SERVICE_PORT_HTTP",
                        "QUOTECHECK_PORT",
                        "QUOTECHECK_PORT_80_TCP",
                        "QUOTECHECK_PORT_80_TCP_ADDR",
                        "QUOTECHECK_DATABASE_SERVICE_HOST")))
                .isEmpty();
    }

    @Test
    void allThatTheGuideListsAreSettings() throws IOException {
        var listed = Files.readString(Path.of("docs/operating.md"))
                .lines()
                .filter(line -> line.startsWith("| `Q"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell ->
                        Pattern.compile("QUOTECHECK_[A-Z_]+").matcher(cell).results())
                .map(MatchResult::group)
                .toList();
        assertThat(listed).hasSize(33);
        assertThat(SettingNames.unknown(listed)).isEmpty();
    }
}
