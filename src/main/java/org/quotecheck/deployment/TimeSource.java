package org.quotecheck.deployment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The only place that time comes from: UTC, in whole milliseconds, as every client can read and digest them. */
public class TimeSource {

    @Produces
    @Singleton
    public Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
