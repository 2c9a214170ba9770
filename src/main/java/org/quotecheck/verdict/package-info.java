/**
 * What was found: drafts, ratings and their labels, revisions that are frozen and chained by digests.
 *
 * <p>Knows sources and statements, and claims by their ids alone.
 *
 * <p>Doors: {@link org.quotecheck.verdict.VerdictRevision}, {@link org.quotecheck.verdict.Labels}.
 */
package org.quotecheck.verdict;
