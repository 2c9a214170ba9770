package org.quotecheck.infra;

import java.util.OptionalInt;

/**
 * How much there is of what costs by the hour, and how many calls may run at once.
 *
 * @param min Aurora capacity units (2 GiB each) that are always there; 0 pauses an idle database
 * @param max as many at most
 * @param readers further instances that take over when the writer fails
 * @param memory of the function, MB
 * @param concurrency calls that the function answers at once, each with a connection of its own; empty where nothing is
 *     reserved for it, as in new accounts, and the account's quota is its bound
 */
record Capacity(double min, double max, int readers, boolean proxy, int memory, OptionalInt concurrency) {

    /**
     * What one capacity unit bears at least, by the table of "Aurora Serverless v2: maximum connections": 189 at one
     * unit, more than that by unit above.
     */
    private static final int CONNECTIONS_BY_UNIT = 189;
    /** max_connections where a database may shrink to half a unit or pause, by the same page. */
    private static final int CONNECTIONS_WHERE_SMALL = 2_000;

    private static final int CONNECTIONS_AT_MOST = 5_000;
    /** For the migration, the rotation, the operator, and what RDS itself needs. */
    private static final int KEPT_FREE = 20;

    /** @throws WrongParameter where the function could ask for more connections than the database has */
    Capacity {
        if (min > max) {
            throw new WrongParameter(
                    "The parameter minCapacity, " + min + ", cannot be more than maxCapacity, " + max + ".");
        }
        if (proxy && min == 0) {
            throw new WrongParameter(
                    "The parameter minCapacity cannot be 0 with proxy=true: RDS Proxy keeps connections open, so "
                            + "the database would never pause.");
        }
        if (concurrency.orElse(0) > connections(min, max) - KEPT_FREE) {
            throw new WrongParameter(
                    "The parameter concurrency, " + concurrency.getAsInt() + ", is more than a database of " + max
                            + " capacity units can take: give at most " + (connections(min, max) - KEPT_FREE)
                            + ", or raise maxCapacity.");
        }
    }

    static Capacity of(Parameters given, Size size) {
        return new Capacity(
                given.capacity("minCapacity", size.minCapacity, 0, 256),
                given.capacity("maxCapacity", size.maxCapacity, 1, 256),
                given.number("readers", size.readers, 0, 15),
                given.flag("proxy", size.proxy),
                given.number("memory", 1024, 256, 10240),
                given.numberOrNone("concurrency", size.concurrency, 1, 5000));
    }

    /** Calls at once, where nothing is reserved as many as the database bears. */
    int callsAtOnce() {
        return concurrency.orElse(connections() - KEPT_FREE);
    }

    boolean pauses() {
        return min == 0;
    }

    /** Connections that the database has at its largest. */
    int connections() {
        return connections(min, max);
    }

    private static int connections(double min, double max) {
        return (int) Math.min(max * CONNECTIONS_BY_UNIT, min <= 0.5 ? CONNECTIONS_WHERE_SMALL : CONNECTIONS_AT_MOST);
    }
}
