package org.quotecheck.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Candidates that do the same work in turn, in every round. Of two of them the rounds' ratios are taken, and of those
 * the median: what else the machine did in a round befell both.
 */
public final class Rounds {

    /** Does the work for so many seconds and says how many times it was done. */
    public interface Work {
        long run(int seconds) throws Exception;
    }

    /** CPU time of a candidate, or of its database, since it started. */
    public interface Clock {
        Duration cpu() throws Exception;
    }

    /** One candidate: who does the work, and whose CPU time it costs. */
    public record Candidate(String name, Work work, Clock cpu) {}

    /** A second's work, and the microseconds of CPU for each time, of the candidate and of the database. */
    public record Sample(double rate, double cpu, double database) {

        /** Microseconds of both. */
        public double both() {
            return cpu + database;
        }
    }

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);

    private final Clock database;
    private final int rounds;
    private final int seconds;

    public Rounds(Clock database, int rounds, int seconds) {
        this.database = database;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /**
     * Warms all up, then measures; prints a table of the medians.
     *
     * @param warmUp how often each has done the work before it counts, if that does not take too long
     */
    public Measured run(String name, List<Candidate> candidates, int warmUp) throws Exception {
        for (var candidate : candidates) {
            long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
            for (long done = 0; done < warmUp && System.nanoTime() < end; ) {
                done += candidate.work().run(2);
            }
        }
        var samples = new LinkedHashMap<String, List<Sample>>();
        for (int round = 0; round < rounds; round++) {
            for (var candidate : candidates) {
                samples.computeIfAbsent(candidate.name(), key -> new ArrayList<>())
                        .add(sample(candidate));
            }
        }
        var measured = new Measured(samples);
        measured.print(name, rounds, seconds);
        return measured;
    }

    private Sample sample(Candidate candidate) throws Exception {
        var cpu = candidate.cpu().cpu();
        var databaseCpu = database.cpu();
        long began = System.nanoTime();
        long done = candidate.work().run(seconds);
        double took = (System.nanoTime() - began) / 1e9;
        return new Sample(
                done / took,
                candidate.cpu().cpu().minus(cpu).toNanos() / 1e3 / done,
                database.cpu().minus(databaseCpu).toNanos() / 1e3 / done);
    }

    /** By candidate, a sample of each round. */
    public record Measured(Map<String, List<Sample>> samples) {

        public double median(String candidate, ToDoubleFunction<Sample> figure) {
            return median(samples.get(candidate).stream().mapToDouble(figure).toArray());
        }

        /** The median of the rounds' ratios. */
        public double ratio(String ours, String peer, ToDoubleFunction<Sample> figure) {
            var ratios = new double[samples.get(ours).size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = figure.applyAsDouble(samples.get(ours).get(i))
                        / figure.applyAsDouble(samples.get(peer).get(i));
            }
            return median(ratios);
        }

        /** Tells {@link Ratios} of a candidate beside its peer. */
        public void tell(
                String bench, String name, String unit, String ours, String peer, ToDoubleFunction<Sample> of) {
            Ratios.tell(bench, name, unit, median(ours, of), median(peer, of), ratio(ours, peer, of));
        }

        /** The same of one figure of a candidate beside another of its own. */
        public void tellOwn(
                String bench,
                String name,
                String unit,
                String ours,
                ToDoubleFunction<Sample> one,
                ToDoubleFunction<Sample> other) {
            var ratios = samples.get(ours).stream()
                    .mapToDouble(sample -> one.applyAsDouble(sample) / other.applyAsDouble(sample))
                    .toArray();
            Ratios.tell(bench, name, unit, median(ours, one), median(ours, other), median(ratios));
        }

        private void print(String name, int rounds, int seconds) {
            System.out.printf(
                    "%n%s, medians of %d interleaved rounds of %d s%n%n| Candidate | A second | CPU, µs each | of the database, µs | both |%n|---|---:|---:|---:|---:|%n",
                    name, rounds, seconds);
            samples.keySet()
                    .forEach(candidate -> System.out.printf(
                            Locale.ROOT,
                            "| %s | %.0f | %.0f | %.0f | %.0f |%n",
                            candidate,
                            median(candidate, Sample::rate),
                            median(candidate, Sample::cpu),
                            median(candidate, Sample::database),
                            median(candidate, Sample::both)));
        }

        private static double median(double... values) {
            var sorted = java.util.Arrays.stream(values).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }
}
