package org.quotecheck.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small zips in the form of the function's. */
final class Zip {

    static final int X86_64 = 0x3E;
    static final int AARCH64 = 0xB7;

    private Zip() {}

    /**
     * A bootstrap with a true ELF header (64 bits, little-endian, shared object) for that machine, and nothing to run.
     */
    static Path bootstrapFor(int machine) {
        return bootstrapFor(machine, 0);
    }

    /** One that the C library's loader would only start where these versions are. */
    static Path bootstrapThatNeeds(String... versions) {
        return of("bootstrap", Elf.thatNeeds(X86_64, versions));
    }

    /** @param version makes executables that differ */
    static Path bootstrapFor(int machine, int version) {
        var header = ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0})
                .putLong(version)
                .putShort((short) 3)
                .putShort((short) machine)
                .putInt(1);
        return of("bootstrap", header.array());
    }

    static Path of(String entry, byte[] content) {
        var file = withoutModes(entry, content);
        try (var files = FileSystems.newFileSystem(file, Map.of("enablePosixFileAttributes", "true"))) {
            Files.setPosixFilePermissions(files.getPath(entry), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** As Windows packs it. */
    static Path withoutModes(String entry, byte[] content) {
        try {
            var file = Files.createTempDirectory("function").resolve("function.zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                var named = new ZipEntry(entry);
                named.setTime(0);
                zip.putNextEntry(named);
                zip.write(content);
            }
            file.toFile().deleteOnExit();
            file.getParent().toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
