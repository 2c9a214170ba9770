package org.quotecheck.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * How much waits.
 *
 * @param byStatus only those that occur
 */
@RegisterForReflection
record QueueCountsView(long total, Map<String, Long> byStatus) {}
