package org.quotecheck.anchor;

import org.quotecheck.extraction.Part;

/**
 * Where a quote's words stand in a text.
 *
 * @param part the words there, with their positions in code points of the text
 * @param exact whether they are the same words; marks, dashes, spaces and character references may be written
 *     differently. One or two words that stand neither in marks nor in their context may be others, and are not exact
 * @param score 0 to 1: how well words (50 of 92), what stands around them (40) and position (2) agree
 */
public record Anchor(Part part, boolean exact, double score) {}
