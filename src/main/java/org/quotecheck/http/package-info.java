/**
 * HTTP as the API promises it: the order of checks on writes (ADR 1), entity tags, idempotency, cursors, headers.
 *
 * <p>Knows bodies, problems, settings and digests; no concept of the domain.
 *
 * <p>Doors: {@link org.quotecheck.http.Writes}, {@link org.quotecheck.http.Reads}.
 */
package org.quotecheck.http;
