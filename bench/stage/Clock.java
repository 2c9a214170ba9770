package org.quotecheck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The time of day of the processes that start with its variables, which can jump (libfaketime). Their monotonic clock
 * goes on, as it does where somebody sets a machine's clock.
 */
public final class Clock {

    private static final String LIBRARY = "libfaketimeMT.so.1";

    private final Path library;
    private final Path offset;

    private Clock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /** @return null where Debian's faketime is not installed */
    public static Clock in(Path scratch) throws IOException {
        var machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        var library = Stream.of(
                        "/usr/lib/" + machine + "-linux-gnu/faketime", "/usr/lib/faketime", "/usr/lib64/faketime")
                .map(directory -> Path.of(directory, LIBRARY))
                .filter(Files::exists)
                .findFirst();
        if (library.isEmpty()) {
            return null;
        }
        var clock = new Clock(library.get(), scratch.resolve("clock"));
        clock.turn(0);
        return clock;
    }

    /** @param seconds from now on, after the true time, or before it */
    public void turn(int seconds) throws IOException {
        Files.writeString(offset, String.format("%+d%n", seconds));
    }

    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "NO_FAKE_STAT", "1",
                "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                // seconds until a process learns that it has jumped
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1",
                // otherwise it guesses wrongly what glibc does: waits of a JVM end at once, and it does nothing but
                // wait
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "FAKETIME_DISABLE_SHM", "1");
    }
}
