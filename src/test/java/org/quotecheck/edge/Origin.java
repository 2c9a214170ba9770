package org.quotecheck.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The service's instances behind the caches. Each keeps what it read in memory for a while; the one that changes
 * something forgets all. A page's version is the number of its corrections.
 */
final class Origin {

    /** No answer. */
    static final int AWAY = -1;

    private final double[][] readAt;
    private final int[][] read;
    private final List<List<Double>> corrections = new ArrayList<>();
    private final double kept;
    private final Random random;
    private double awayFrom = Double.POSITIVE_INFINITY;
    private double awayUntil = Double.POSITIVE_INFINITY;

    /** @param kept seconds for which an instance keeps what it read */
    Origin(int pages, int instances, double kept, Random random) {
        this.readAt = new double[instances][pages];
        this.read = new int[instances][pages];
        this.kept = kept;
        this.random = random;
        for (int page = 0; page < pages; page++) {
            corrections.add(List.of());
        }
        for (var times : readAt) {
            Arrays.fill(times, Double.NEGATIVE_INFINITY);
        }
    }

    void goAway(double from, double until) {
        awayFrom = from;
        awayUntil = until;
    }

    void correct(int page, double now) {
        if (corrections.get(page).isEmpty()) {
            corrections.set(page, new ArrayList<>());
        }
        corrections.get(page).add(now);
        Arrays.fill(readAt[random.nextInt(readAt.length)], Double.NEGATIVE_INFINITY);
    }

    /** The version that the instance that is asked knows, or {@link #AWAY}. */
    int fetch(int page, double now) {
        if (now >= awayFrom && now < awayUntil) {
            return AWAY;
        }
        int instance = random.nextInt(readAt.length);
        if (now - readAt[instance][page] >= kept) {
            readAt[instance][page] = now;
            read[instance][page] = version(page);
        }
        return read[instance][page];
    }

    int version(int page) {
        return corrections.get(page).size();
    }

    /** When the page got that version; the first correction makes version 1. */
    double correctedAt(int page, int version) {
        return corrections.get(page).get(version - 1);
    }
}
