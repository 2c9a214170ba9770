package org.quotecheck.interchange;

import org.quotecheck.problem.Problem;

/** A width or height in CSS pixels. */
record Pixels(int value) {

    /** @throws Problem 400 */
    public static Pixels fromString(String text) {
        if (text.matches("0*[1-9][0-9]{0,17}")) {
            return new Pixels((int) Math.min(Long.parseLong(text), Integer.MAX_VALUE));
        }
        throw Problem.malformed("maxwidth and maxheight must be whole numbers of pixels, at least 1.");
    }
}
