package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the packaged server is made of. */
class ArtefactIT {

    private static final Path APPLICATION = Path.of("target", "quarkus-app");

    static boolean isJvmServer() {
        return Files.isDirectory(APPLICATION);
    }

    @Test
    @EnabledIf("isJvmServer")
    void hasNoEmbeddedDatabase() throws IOException {
        try (var files = Files.walk(APPLICATION)) {
            assertThat(files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .contains("quarkus-run.jar")
                    .noneMatch(name -> name.contains("zonky") || name.contains("embedded"));
        }
    }
}
