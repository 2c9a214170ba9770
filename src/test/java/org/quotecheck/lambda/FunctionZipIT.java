package org.quotecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in target/function.zip beside the function. */
class FunctionZipIT {

    private static final Path SBOM = Path.of("target", "lambda-classes", "META-INF", "sbom", "quotecheck.cdx.json");

    @Test
    void saysWhatItIsMadeOf() throws IOException {
        var archive = Path.of("target", "function.zip");
        try (var zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", "true"))) {
            assertThat(Files.readString(zip.getPath("THIRD-PARTY.txt"))).contains("org.postgresql:postgresql");
            if (Files.exists(SBOM)) { // CycloneDX makes none offline
                assertThat(Files.readString(zip.getPath("sbom", "quotecheck.cdx.json")))
                        .isEqualTo(Files.readString(SBOM));
            }
            var bootstrap = zip.getPath("bootstrap");
            if (Files.exists(bootstrap)) {
                assertThat(Files.getPosixFilePermissions(bootstrap)).contains(PosixFilePermission.OTHERS_EXECUTE);
            }
        }
    }
}
