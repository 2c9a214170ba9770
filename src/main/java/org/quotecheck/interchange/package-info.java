/**
 * Formats of others: schema.org ClaimReview.
 *
 * <p>Knows published claims alone.
 *
 * <p>Doors: {@link org.quotecheck.interchange.ClaimReviewJson}.
 */
package org.quotecheck.interchange;
