/**
 * The list of claims and full text search, over the wording that the caller may see.
 *
 * <p>Knows claims, their statements and verdicts. It is the one place that builds SQL from parts.
 *
 * <p>Doors: {@code ClaimListResource}, {@link org.quotecheck.search.NearClaims}.
 */
package org.quotecheck.search;
