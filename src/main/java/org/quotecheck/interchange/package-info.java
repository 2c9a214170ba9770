/**
 * Formats of others: schema.org ClaimReview.
 *
 * <p>Knows only published claims.
 *
 * <p>Doors: {@link org.quotecheck.interchange.ClaimReviewJson}.
 */
package org.quotecheck.interchange;
