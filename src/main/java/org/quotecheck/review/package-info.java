/**
 * The reviewers' desk: the queue with its reasons, a claim's history, the log of corrections.
 *
 * <p>Knows claims and verdicts; changes neither.
 *
 * <p>Doors: {@code ReviewQueueResource}, {@code HistoryResource}, {@code CorrectionsResource}.
 */
package org.quotecheck.review;
