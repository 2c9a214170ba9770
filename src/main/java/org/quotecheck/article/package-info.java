/**
 * News articles and their versions, the quotes in them, the addresses at which they are found.
 *
 * <p>Knows the engine, the anchors and how a page is read; no claim.
 *
 * <p>Doors: {@link org.quotecheck.article.Article}, {@link org.quotecheck.article.Quote}.
 */
package org.quotecheck.article;
