/**
 * What operators count: how long calls take, what is refused, what is published, in the form that AWS CloudWatch reads
 * from a function's log.
 *
 * <p>Knows settings, problems and requests.
 *
 * <p>Door: {@link org.quotecheck.metric.CallMetrics}.
 */
package org.quotecheck.metric;
