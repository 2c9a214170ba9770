package org.quotecheck.infra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The native function's {@code function.zip}, whose executable was seen to be for the architecture that it is deployed
 * to.
 */
record FunctionZip(Path file, Architecture architecture) {

    /** Up to and including e_machine: System V ABI, ELF header, bytes 0 to 19. */
    private static final int HEADER = 20;

    private static final ByteBuffer MAGIC = ByteBuffer.wrap(new byte[] {0x7F, 'E', 'L', 'F'});
    private static final int MACHINE = 18;

    /** @throws WrongParameter where there is no such zip, or its {@code bootstrap} cannot run there */
    static FunctionZip of(Path file, Architecture wanted) {
        if (!Files.isRegularFile(file)) {
            throw new WrongParameter("There is no function at " + file
                    + ": build it with ./mvnw package -Dnative -Plambda, or say where it is with -c functionZip=….");
        }
        try (var zip = new ZipFile(file.toFile())) {
            var bootstrap = zip.getEntry("bootstrap");
            if (bootstrap == null) {
                throw new WrongParameter(
                        file + " has no bootstrap, so it is not the native function: build it with -Dnative.");
            }
            try (var in = zip.getInputStream(bootstrap)) {
                check(file, machine(file, in), wanted);
            }
        } catch (ZipException e) {
            throw new WrongParameter(file + " is not a zip file.");
        } catch (IOException e) {
            throw new WrongParameter(file + " cannot be read: " + e.getMessage() + ".");
        }
        return new FunctionZip(file, wanted);
    }

    private static int machine(Path file, InputStream bootstrap) throws IOException {
        var header = ByteBuffer.wrap(bootstrap.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        if (header.limit() < HEADER || !header.slice(0, MAGIC.limit()).equals(MAGIC)) {
            throw new WrongParameter(
                    "The bootstrap in " + file + " is no ELF executable, so AWS Lambda could not run it.");
        }
        return Short.toUnsignedInt(header.getShort(MACHINE));
    }

    private static void check(Path file, int machine, Architecture wanted) {
        if (machine != wanted.machine) {
            var is = Arrays.stream(Architecture.values())
                    .filter(known -> known.machine == machine)
                    .findAny();
            throw new WrongParameter("The bootstrap in " + file + " is for "
                    + is.map(known -> known.parameter).orElse("a machine that AWS Lambda has not")
                    + ", but the function would run on " + wanted.parameter
                    + is.map(known -> ": give -c architecture=" + known.parameter + ", or build it there.")
                            .orElse("."));
        }
    }
}
