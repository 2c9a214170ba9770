/**
 * Formats of others: ClaimReview, oEmbed, feeds, search in the form of Google's API, tools for assistants (MCP).
 *
 * <p>Knows published claims, their verdicts and the search for them.
 *
 * <p>Doors: {@link org.quotecheck.interchange.ClaimReviewJson}.
 */
package org.quotecheck.interchange;
