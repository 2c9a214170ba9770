/**
 * Where a claim was made or repeated, with its words as they were there, and what reviewers decided about it.
 *
 * <p>Knows articles and statements, and claims only by their ids.
 *
 * <p>Doors: {@code Appearance}, {@code Appearances}, {@code AppearanceView}.
 */
package org.quotecheck.appearance;
