package org.quotecheck.edge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Readers of many pages behind regional caches, while pages are corrected: the same for the same seed. */
public final class EdgeDay {

    /**
     * Who reads what, and where.
     *
     * @param zipf whether the n-th page is read 1/n as often as the first; else all are read alike
     * @param away seconds in the middle during which the origin does not answer
     */
    public record Scene(
            int pages,
            boolean zipf,
            int regions,
            double readersPerSecond,
            double hours,
            double correctionsPerDay,
            int instances,
            double kept,
            double latency,
            double away,
            long seed) {}

    /**
     * What came of it.
     *
     * @param minimum the fewest requests of the caches to the origin with which nobody is shown what is older than the
     *     policy allows while the origin answers
     * @param old answers that a correction had overtaken
     * @param lag of each correction that some reader was not shown at once, the seconds after which the last reader was
     *     shown the old state; sorted
     */
    public record Outcome(
            long requests, long originRequests, long unchanged, long minimum, long failed, long old, double[] lag) {

        /** A quantile of {@link #lag}, 0 to 1; 0 without any. */
        public double lag(double share) {
            return lag.length == 0 ? 0 : lag[(int) Math.min(lag.length - 1, Math.ceil(lag.length * share) - 1)];
        }
    }

    private static final double DAY = 86_400;

    private final Scene scene;
    private final SharedCachePolicy policy;
    private final Random random;
    private final Origin origin;
    private final EdgeCache[] caches;
    private final double[] popularity;
    /** For the minimum: when the page was last fetched for the region by who fetches as late as can be. */
    private final double[][] lastNeeded;
    /** By page and version, the seconds of the last old answer. */
    private final Map<Long, Double> lags = new HashMap<>();

    private EdgeDay(String cacheControl, Scene scene) {
        this.scene = scene;
        policy = SharedCachePolicy.of(cacheControl);
        random = new Random(scene.seed);
        origin = new Origin(scene.pages, scene.instances, scene.kept, random);
        caches = new EdgeCache[scene.regions];
        lastNeeded = new double[scene.regions][scene.pages];
        for (int region = 0; region < scene.regions; region++) {
            caches[region] = new EdgeCache(policy, origin, scene.pages, scene.latency);
            Arrays.fill(lastNeeded[region], Double.NEGATIVE_INFINITY);
        }
        popularity = new double[scene.pages];
        double sum = 0;
        for (int page = 0; page < scene.pages; page++) {
            sum += scene.zipf ? 1.0 / (page + 1) : 1;
            popularity[page] = sum;
        }
    }

    /** @param cacheControl the header of the answers */
    public static Outcome of(String cacheControl, Scene scene) {
        return new EdgeDay(cacheControl, scene).run();
    }

    private Outcome run() {
        double end = scene.hours * 3_600;
        origin.goAway(end / 2, end / 2 + scene.away);
        double nextCorrection = wait(scene.correctionsPerDay / DAY);
        long requests = 0;
        long failed = 0;
        long old = 0;
        long minimum = 0;
        for (double now = 0; now < end; now += wait(scene.readersPerSecond)) {
            for (; nextCorrection <= now; nextCorrection += wait(scene.correctionsPerDay / DAY)) {
                origin.correct(page(), nextCorrection);
            }
            int page = page();
            int region = random.nextInt(scene.regions);
            int shown = caches[region].ask(page, now);
            requests++;
            if (shown == EdgeCache.FAILED) {
                failed++;
            } else if (shown < origin.version(page)) {
                old++;
                lags.merge((long) page << 32 | shown, now - origin.correctedAt(page, shown + 1), Math::max);
            }
            if (now - lastNeeded[region][page] >= policy.oldest()) {
                lastNeeded[region][page] = now;
                minimum++;
            }
        }
        long originRequests =
                Arrays.stream(caches).mapToLong(cache -> cache.originRequests).sum();
        long unchanged =
                Arrays.stream(caches).mapToLong(cache -> cache.unchanged).sum();
        var lag =
                lags.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Outcome(requests, originRequests, unchanged, minimum, failed, old, lag);
    }

    /** To the next of what happens at this rate, at random (exponential). */
    private double wait(double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    private int page() {
        int found = Arrays.binarySearch(popularity, random.nextDouble() * popularity[popularity.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, popularity.length - 1);
    }
}
