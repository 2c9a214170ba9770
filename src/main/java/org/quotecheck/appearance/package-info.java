/**
 * Where a claim was made or repeated, with the words as they stood there, and what reviewers decided about it.
 *
 * <p>Knows articles and statements, and claims by their ids alone.
 *
 * <p>Doors: {@code Appearance}, {@code Appearances}, {@code AppearanceView}.
 */
package org.quotecheck.appearance;
