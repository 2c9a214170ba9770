package org.quotecheck.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a bench found, for {@code bench/run}: a line of JSON for each ratio in the file that the environment variable
 * BENCH_RATIOS names; nothing without it.
 */
public final class Ratios {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Ratios() {}

    /**
     * @param name what was compared with what, as {@code budgets.json} has it
     * @param unit of both values
     */
    public static void tell(String bench, String name, String unit, double ours, double peer) {
        tell(bench, name, unit, ours, peer, ours / peer);
    }

    /** With a ratio of its own, such as the median of the rounds' ratios. */
    public static void tell(String bench, String name, String unit, double ours, double peer, double ratio) {
        var line = new LinkedHashMap<String, Object>();
        line.put("name", name);
        line.put("unit", unit);
        line.put("ours", ours);
        line.put("peer", peer);
        line.put("ratio", ratio);
        write(bench, line);
    }

    private static void write(String bench, Map<String, Object> line) {
        var file = System.getenv("BENCH_RATIOS");
        if (file == null) {
            return;
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("bench", bench);
        all.putAll(line);
        try {
            Files.writeString(
                    Path.of(file),
                    JSON.writeValueAsString(all) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
