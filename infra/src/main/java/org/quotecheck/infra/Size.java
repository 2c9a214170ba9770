package org.quotecheck.infra;

import java.util.OptionalInt;

/**
 * What is right for a newsroom of that size where nothing else is said; every number is a parameter of its own.
 *
 * @see Capacity for the units
 */
enum Size {
    /** Some ten thousand widget views a day: idle most of the time, so nothing that costs while idle. */
    SMALL(0, 2, 0, false, OptionalInt.empty(), 60),
    /** A hundred million widget views a day: a database that does not pause, with a second one that takes over. */
    BIG(2, 32, 1, true, OptionalInt.of(800), 12_000);

    final double minCapacity;
    final double maxCapacity;
    final int readers;
    final boolean proxy;
    final OptionalInt concurrency;
    final int monthlyBudget;

    Size(
            double minCapacity,
            double maxCapacity,
            int readers,
            boolean proxy,
            OptionalInt concurrency,
            int monthlyBudget) {
        this.minCapacity = minCapacity;
        this.maxCapacity = maxCapacity;
        this.readers = readers;
        this.proxy = proxy;
        this.concurrency = concurrency;
        this.monthlyBudget = monthlyBudget;
    }
}
