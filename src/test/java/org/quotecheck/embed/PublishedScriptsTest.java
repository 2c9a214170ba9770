package org.quotecheck.embed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quotecheck.digest.Sha256;

/** Scripts that publishers' pages name by their hash are there: the present ones, and those of the releases before. */
class PublishedScriptsTest {

    private static final Path SOURCES = Path.of("src", "main", "widget");
    private static final Path PUBLISHED = SOURCES.resolve("published");
    private static final int RELEASES = 10;

    @Test
    void currentScriptsAreBuiltFromTheCurrentSources() throws IOException {
        assertThat(list())
                .filteredOn(row -> row[0].equals("next"))
                .as("run: node src/main/widget/publish.mjs")
                .hasSize(Widget.values().length)
                .allSatisfy(row -> assertThat(row[3]).isEqualTo(hash(sources())));
    }

    @ParameterizedTest
    @EnumSource
    void lastReleasesAreThere(Widget widget) throws IOException {
        var name = widget.path().replaceAll(".*/|\\.js", "");
        var rows = list().stream().filter(row -> row[1].equals(name)).toList();
        assertThat(rows).isNotEmpty();
        for (var row : rows.subList(0, Math.min(RELEASES + 1, rows.size()))) {
            var file = PUBLISHED.resolve(row[2] + ".js");
            assertThat(file).exists();
            assertThat(hash(Files.readAllBytes(file))).isEqualTo(row[2]);
            assertThat(widget.withHash(row[2])).isPresent();
        }
    }

    @Test
    void nothingElseIsPublished() throws IOException {
        try (Stream<Path> files = Files.list(PUBLISHED)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("list.txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            list().stream().map(row -> row[2] + ".js").toList());
        }
    }

    private static List<String[]> list() throws IOException {
        return Files.readString(PUBLISHED.resolve("list.txt"), UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .toList();
    }

    /** As publish.mjs reads them. */
    private static byte[] sources() throws IOException {
        var all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (var file : files.filter(name -> name.toString().matches(".*\\.(js|css)"))
                    .sorted()
                    .toList()) {
                all.write(Files.readAllBytes(file));
            }
        }
        all.write(Files.readAllBytes(Path.of("src", "main", "resources", "tracking-parameters.txt")));
        return all.toByteArray();
    }

    private static String hash(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 16);
    }
}
