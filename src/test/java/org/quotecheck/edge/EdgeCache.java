package org.quotecheck.edge;

import java.util.Arrays;

/**
 * A shared cache in one region: fresh answers without asking (RFC 9111, section 4.2), stale ones while it revalidates
 * or when the origin fails (RFC 5861), and one request at a time for each page, for which others wait.
 */
final class EdgeCache {

    /** Nothing to show. */
    static final int FAILED = -1;

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final SharedCachePolicy policy;
    private final Origin origin;
    private final double latency;
    /** Of what is kept: its version, and when it was asked for, from which its age counts (RFC 9111, section 4.2.3). */
    private final int[] version;

    private final double[] askedAt;
    /** Of the request that is on its way: the same. */
    private final int[] comingVersion;

    private final double[] comingAskedAt;
    private final int[] lastTold;

    long originRequests;
    /** Of these, those that told what was told before, and so need no body: 304. */
    long unchanged;

    /** @param latency seconds from a request to the origin to its answer */
    EdgeCache(SharedCachePolicy policy, Origin origin, int pages, double latency) {
        this.policy = policy;
        this.origin = origin;
        this.latency = latency;
        version = new int[pages];
        askedAt = never(pages);
        comingVersion = new int[pages];
        comingAskedAt = never(pages);
        lastTold = new int[pages];
        Arrays.fill(lastTold, FAILED);
    }

    /** The version that a reader is shown, or {@link #FAILED}. */
    int ask(int page, double now) {
        arrive(page, now);
        double age = now - askedAt[page];
        if (age < policy.fresh()) {
            return version[page];
        }
        if (comingAskedAt[page] == NEVER) {
            send(page, now);
        }
        if (age < policy.oldest()) {
            return version[page];
        }
        if (comingVersion[page] != Origin.AWAY) {
            return comingVersion[page];
        }
        return age < policy.fresh() + policy.staleIfError() ? version[page] : FAILED;
    }

    private void send(int page, double now) {
        originRequests++;
        comingAskedAt[page] = now;
        comingVersion[page] = origin.fetch(page, now);
        if (comingVersion[page] != Origin.AWAY) {
            unchanged += comingVersion[page] == lastTold[page] ? 1 : 0;
            lastTold[page] = comingVersion[page];
        }
    }

    private void arrive(int page, double now) {
        if (comingAskedAt[page] != NEVER && now >= comingAskedAt[page] + latency) {
            if (comingVersion[page] != Origin.AWAY) {
                version[page] = comingVersion[page];
                askedAt[page] = comingAskedAt[page];
            }
            comingAskedAt[page] = NEVER;
        }
    }

    private static double[] never(int pages) {
        var times = new double[pages];
        Arrays.fill(times, NEVER);
        return times;
    }
}
