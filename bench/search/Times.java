package org.quotecheck.search;

import java.util.Arrays;
import java.util.List;
import org.quotecheck.stage.Callers;
import org.quotecheck.stage.Pgbench;
import org.quotecheck.stage.Ratios;

/** How long requests take, beside the same SQL by pgbench, in interleaved rounds. */
final class Times {

    private static final int CLIENTS = 2;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 3;

    private Times() {}

    /** Prints a table: one row for each round of each. */
    static void compare(
            String name, Pgbench pgbench, List<String> scripts, int port, List<byte[]> requests, int seconds)
            throws Exception {
        var callers = new Callers(CLIENTS, requests, 200);
        callers.ask(port, WARM_UP * seconds);
        System.out.println(
                "| Run | Requests | p50, ms | p95, ms | p99, ms | × p99 of pgbench |\n|---|---:|---:|---:|---:|---:|");
        var tails = new double[2][ROUNDS];
        for (int round = 1; round <= ROUNDS; round++) {
            var floor = pgbench.times(scripts, CLIENTS, seconds);
            var ours = callers.times(port, seconds);
            tails[0][round - 1] = share(floor, 0.99);
            tails[1][round - 1] = share(ours, 0.99);
            report("pgbench " + round, floor, "");
            report(name + " " + round, ours, "%.2f".formatted(share(ours, 0.99) / share(floor, 0.99)));
        }
        Ratios.tell("search", name + ", p99 ÷ pgbench's", "ms", median(tails[1]), median(tails[0]));
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    private static void report(String name, List<Double> times, String ratio) {
        System.out.printf(
                "| %s | %,d | %.1f | %.1f | %.1f | %s |%n",
                name, times.size(), share(times, 0.5), share(times, 0.95), share(times, 0.99), ratio);
    }

    private static double share(List<Double> times, double share) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * share)));
    }
}
