package org.quotecheck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** CPU time of processes, in user and kernel mode: proc(5), {@code /proc/PID/stat}. Linux. */
public final class Cpu {

    /** USER_HZ, which Linux fixed for programs at 100 in a second. */
    private static final long TICK_MILLIS = 10;

    /** utime is the 14th field; the first two, of which the second may hold blanks, are cut off. */
    private static final int UTIME = 11;

    private Cpu() {}

    /** Of the process; zero where it has ended. */
    public static Duration of(long pid) throws IOException {
        return sum(pid, 2);
    }

    /** Of the process and of its children that have ended. */
    public static Duration withChildren(long pid) throws IOException {
        return sum(pid, 4);
    }

    private static Duration sum(long pid, int fields) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 0; i < fields; i++) {
                ticks += Long.parseLong(values[UTIME + i]);
            }
            return Duration.ofMillis(ticks * TICK_MILLIS);
        } catch (java.nio.file.NoSuchFileException ended) {
            return Duration.ZERO;
        }
    }
}
