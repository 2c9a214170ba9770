/**
 * What a claim says: its words, who made it, what makes two claims the same, and how search compares words.
 *
 * <p>Knows articles for their URLs, and checkability.
 *
 * <p>Doors: {@link org.quotecheck.statement.WorkingWords}, {@link org.quotecheck.statement.SearchText}.
 */
package org.quotecheck.statement;
