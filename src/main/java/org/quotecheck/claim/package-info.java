/**
 * Claims: submission, appearances, the table of states, merging, publication, history.
 *
 * <p>Knows verdicts, sources, statements and articles; publishes what changed as events.
 *
 * <p>Doors: {@link org.quotecheck.claim.Claim}, {@link org.quotecheck.claim.ClaimView},
 * {@link org.quotecheck.claim.PublishedClaim}.
 */
package org.quotecheck.claim;
