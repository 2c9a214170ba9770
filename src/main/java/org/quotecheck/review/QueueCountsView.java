package org.quotecheck.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * How much waits.
 *
 * @param byStatus only those of which there are any
 */
@RegisterForReflection
record QueueCountsView(long total, Map<String, Long> byStatus) {}
