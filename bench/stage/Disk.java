package org.quotecheck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A disk of its own, in a file that is mounted as a loop device, which can be filled to the last block. Root, Linux.
 */
public final class Disk implements AutoCloseable {

    private final Path directory;
    private final Path image;
    private final Path ballast;

    /** @param directory where it is mounted; goes with {@link #close()} */
    public Disk(Path directory, int megabytes) throws IOException, InterruptedException {
        this.directory = directory;
        image = directory.resolveSibling(directory.getFileName() + ".img");
        ballast = directory.resolve("ballast");
        close();
        Files.createDirectories(directory);
        run("truncate", "-s", megabytes + "M", image.toString());
        run("mke2fs", "-q", "-F", "-t", "ext4", "-m", "0", image.toString());
        run("mount", "-o", "loop", image.toString(), directory.toString());
    }

    /** Whether this user may mount one. */
    public static boolean isPossible() {
        return System.getProperty("user.name").equals("root") && Files.exists(Path.of("/dev/loop-control"));
    }

    public Path directory() {
        return directory;
    }

    /** Until it is emptied, nothing more fits on it. */
    public void fill() throws IOException, InterruptedException {
        // ends when the disk is full, which is what it is for
        new ProcessBuilder("dd", "if=/dev/zero", "of=" + ballast, "bs=4k", "status=none")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    public void empty() throws IOException {
        Files.deleteIfExists(ballast);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(image)) {
            new ProcessBuilder("umount", "-l", directory.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            Files.delete(image);
        }
        Files.deleteIfExists(directory);
    }
}
