/**
 * Near duplicates: candidates by index, each then compared by reasons that can be told.
 *
 * <p>Knows the search for candidates and a claim's words. Its words and lists are data ({@code words.txt}).
 *
 * <p>Doors: {@code MatchResource}.
 */
package org.quotecheck.match;
