package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionZipTest {

    @TempDir
    Path directory;

    @Test
    void anExecutableOfTheArchitectureIsTaken() {
        assertThat(FunctionZip.of(Zip.bootstrapFor(Zip.AARCH64), Architecture.ARM64)
                        .architecture())
                .isEqualTo(Architecture.ARM64);
        assertThat(FunctionZip.of(Zip.bootstrapFor(Zip.X86_64), Architecture.X86_64)
                        .architecture())
                .isEqualTo(Architecture.X86_64);
    }

    @Test
    void anotherArchitectureIsNamed() {
        refused(
                Zip.bootstrapFor(Zip.AARCH64),
                " is for arm64, but the function would run on x86_64: give -c architecture=arm64, or build it there.");
        refused(
                Zip.bootstrapFor(0xF3),
                " is for a machine that AWS Lambda does not have, but the function would run on x86_64.");
    }

    @Test
    void whatIsNotThereIsToldWithItsRemedy() {
        refused(
                directory.resolve("none.zip"),
                ": build it with ./mvnw package -Dnative -Plambda -Dquarkus.native.container-build=true, or say where it is with -c functionZip=….");
        refused(
                directory,
                ": build it with ./mvnw package -Dnative -Plambda -Dquarkus.native.container-build=true, or say where it is with -c functionZip=….");
    }

    @Test
    void whatIsNoNativeFunctionIsTold() throws IOException {
        refused(Files.writeString(directory.resolve("text.zip"), "no zip"), " is not a zip file.");
        refused(
                Zip.of("lib/quotecheck.jar", new byte[9]),
                " has neither a bootstrap nor the JVM function's lib/, so it is not a function: build it with ./mvnw package -Dnative -Plambda -Dquarkus.native.container-build=true.");
        refused(
                Zip.of("bootstrap", "#!/bin/sh\nexec java -jar x\n".getBytes(StandardCharsets.US_ASCII)),
                " is not an ELF executable, so AWS Lambda could not run it.");
        refused(
                Zip.of("bootstrap", new byte[] {0x7F, 'E', 'L', 'F'}),
                " is not an ELF executable, so AWS Lambda could not run it.");
    }

    @Test
    void whatIsDamagedIsTold() throws IOException {
        refused(Files.createFile(directory.resolve("empty.zip")), " is not a zip file.");
        var whole = Files.readAllBytes(Zip.bootstrapFor(Zip.X86_64));
        refused(
                Files.write(directory.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2)),
                " is not a zip file.");
        refused(
                Zip.of("function/bootstrap", Elf.thatNeeds(Zip.X86_64, "GLIBC_2.17")),
                " has neither a bootstrap nor the JVM function's lib/, so it is not a function: build it with ./mvnw package -Dnative -Plambda -Dquarkus.native.container-build=true.");
    }

    @Test
    void whatAwsCouldNotStartIsTold() {
        refused(
                Zip.withoutModes("bootstrap", Elf.thatNeeds(Zip.X86_64, "GLIBC_2.17")),
                " is not executable by everybody, so AWS Lambda could not start it: build it with ./mvnw package -Dnative -Plambda -Dquarkus.native.container-build=true, or zip it with the mode 755.");
    }

    @Test
    void whatNeedsANewerLibraryIsToldHowToBuild() {
        assertThat(FunctionZip.of(
                                Zip.bootstrapThatNeeds("GLIBC_2.17", "GLIBC_2.34", "GLIBC_2.3.4"), Architecture.X86_64)
                        .isNative())
                .isTrue();
        for (var newer : new String[] {"GLIBC_2.35", "GLIBC_2.36", "GLIBC_2.100", "GLIBC_3.0"}) {
            refused(
                    Zip.bootstrapThatNeeds("GLIBC_2.2.5", newer, "GLIBC_2.9"),
                    " needs " + newer
                            + ", but AWS Lambda's Amazon Linux 2023 has GLIBC_2.34: build it in a container with "
                            + "./mvnw package -Dnative -Plambda -Dquarkus.native.container-build=true.");
        }
    }

    @Test
    void theFunctionForTheJvmIsTaken() {
        var zip = Zip.of("lib/io.quarkus.quarkus-amazon-lambda-3.34.1.jar", new byte[9]);
        assertThat(FunctionZip.of(zip, Architecture.ARM64).isNative()).isFalse();
    }

    private static void refused(Path file, String end) {
        assertThatThrownBy(() -> FunctionZip.of(file, Architecture.X86_64))
                .isInstanceOf(WrongParameter.class)
                .message()
                .contains(file.toString())
                .endsWith(end);
    }
}
