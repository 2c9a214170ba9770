package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quotecheck.infra.Executable.Version;

class ExecutableTest {

    /** What it is and needs, is true of a real one, too: JDKs are built for old systems. */
    @Test
    void readsTheJdksOwn() throws IOException {
        var java = Executable.of(Files.readAllBytes(Path.of(System.getProperty("java.home"), "bin", "java")));
        assertThat(java).isPresent();
        assertThat(java.get().library().orElseThrow()).isBetween(new Version(2, 2), new Version(2, 34));
    }

    @Test
    void theNewestOfAllVersionsCounts() {
        assertThat(Executable.of(Elf.thatNeeds(Zip.X86_64, "GLIBC_2.9", "GLIBC_2.17", "GCC_3.0", "GLIBC_2.3.4"))
                        .orElseThrow()
                        .library())
                .contains(new Version(2, 17));
    }

    @Test
    void whoBringsALibraryOrNamesNoVersionNeedsNone() {
        assertThat(Executable.of(Elf.thatNeeds(Zip.X86_64, "GLIBC_PRIVATE"))
                        .orElseThrow()
                        .library())
                .isEmpty();
    }

    /** Cut off anywhere, it is no executable or needs less, and nothing breaks. */
    @Test
    void aBrokenOneIsNone() {
        var whole = Elf.thatNeeds(Zip.X86_64, "GLIBC_2.36");
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(Executable.of(Arrays.copyOf(whole, length)).flatMap(Executable::library))
                    .as("%d bytes", length)
                    .isIn(Optional.empty(), Optional.of(new Version(2, 36)));
        }
        var looped = Elf.thatNeeds(Zip.X86_64, "GLIBC_2.36");
        Arrays.fill(looped, 0x400 + 12, 0x400 + 16, (byte) 0xFF);
        assertThat(Executable.of(looped).flatMap(Executable::library)).isEmpty();
    }
}
