/**
 * Near duplicates: candidates by index, each then compared by reasons that can be explained.
 *
 * <p>Knows the search for candidates and a claim's words. Its words and lists are data ({@code words.txt}).
 *
 * <p>Doors: {@code MatchResource}, {@link org.quotecheck.match.Matching}.
 */
package org.quotecheck.match;
