package org.quotecheck.infra;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.quotecheck.infra.Executable.Version;

/**
 * A {@code function.zip} that AWS Lambda can run where it is deployed to: the native function, whose executable was
 * seen to fit the processor and the C library, or the one for the JVM.
 */
record FunctionZip(Path file, Architecture architecture, boolean isNative) {

    /** Of Amazon Linux 2023, on which provided.al2023 runs. */
    private static final Version LIBRARY = new Version(2, 34);

    /** AWS Lambda's quota of a function's files, unzipped. */
    private static final long LARGEST = 250L * 1024 * 1024;

    private static final String BUILD = "./mvnw package -Dnative -Plambda -Dquarkus.native.container-build=true";

    /** @throws WrongParameter where there is no such zip, or AWS Lambda could not run it there */
    static FunctionZip of(Path file, Architecture wanted) {
        if (!Files.isRegularFile(file)) {
            throw new WrongParameter("There is no function at " + file + ": build it with " + BUILD
                    + ", or say where it is with -c functionZip=….");
        }
        try (var zip = new ZipFile(file.toFile())) {
            checkSize(file, zip);
            var bootstrap = zip.getEntry("bootstrap");
            if (bootstrap != null) {
                try (var in = zip.getInputStream(bootstrap)) {
                    check(file, in.readAllBytes(), wanted);
                }
                if (!mayRun(file)) {
                    throw new WrongParameter(
                            "The bootstrap in " + file + " is not executable by everybody, so AWS Lambda"
                                    + " could not start it: build it with " + BUILD + ", or zip it with the mode 755.");
                }
            } else if (zip.stream().noneMatch(FunctionZip::isTheHandler)) {
                throw new WrongParameter(file
                        + " has neither a bootstrap nor the JVM function's lib/,"
                        + " so it is not a function: build it with "
                        + BUILD + ".");
            }
            return new FunctionZip(file, wanted, bootstrap != null);
        } catch (ZipException e) {
            throw new WrongParameter(file + " is not a zip file.");
        } catch (IOException e) {
            throw new WrongParameter(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** By its mode, which zips that were packed on Windows lack. */
    private static boolean mayRun(Path file) throws IOException {
        var modes = Map.of("enablePosixFileAttributes", "true", "defaultPermissions", "rw-r--r--");
        try (var files = FileSystems.newFileSystem(file, modes)) {
            return Files.getPosixFilePermissions(files.getPath("bootstrap"))
                    .contains(PosixFilePermission.OTHERS_EXECUTE);
        }
    }

    private static boolean isTheHandler(ZipEntry entry) {
        return entry.getName().matches("lib/.*quarkus-amazon-lambda-[0-9][^/]*\\.jar");
    }

    private static void checkSize(Path file, ZipFile zip) {
        long size =
                zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
        if (size > LARGEST) {
            throw new WrongParameter(
                    file + " has " + size / (1024 * 1024) + " MiB of files, but AWS Lambda takes at most 250.");
        }
    }

    private static void check(Path file, byte[] bootstrap, Architecture wanted) {
        var executable = Executable.of(bootstrap)
                .orElseThrow(() -> new WrongParameter(
                        "The bootstrap in " + file + " is not an ELF executable, so AWS Lambda could not run it."));
        if (executable.machine() != wanted.machine) {
            var is = Arrays.stream(Architecture.values())
                    .filter(known -> known.machine == executable.machine())
                    .findAny();
            throw new WrongParameter("The bootstrap in " + file + " is for "
                    + is.map(known -> known.parameter).orElse("a machine that AWS Lambda does not have")
                    + ", but the function would run on " + wanted.parameter
                    + is.map(known -> ": give -c architecture=" + known.parameter + ", or build it there.")
                            .orElse("."));
        }
        executable.library().filter(needed -> needed.compareTo(LIBRARY) > 0).ifPresent(needed -> {
            throw new WrongParameter("The bootstrap in " + file + " needs " + needed
                    + ", but AWS Lambda's Amazon Linux 2023 has " + LIBRARY
                    + ": build it in a container with " + BUILD + ".");
        });
    }
}
