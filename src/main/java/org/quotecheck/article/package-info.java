/**
 * News articles and their versions, the quotes in them, canonical URLs, text from HTML.
 *
 * <p>Knows the engine and the anchors; no claim.
 *
 * <p>Doors: {@link org.quotecheck.article.Article}, {@link org.quotecheck.article.Quote},
 * {@link org.quotecheck.article.CanonicalUrl}.
 */
package org.quotecheck.article;
