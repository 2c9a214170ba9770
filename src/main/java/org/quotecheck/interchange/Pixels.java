package org.quotecheck.interchange;

import org.quotecheck.problem.Problem;

/** A width or height in CSS pixels. */
record Pixels(int value) {

    /** @throws Problem 400 */
    public static Pixels fromString(String text) {
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) > 0) {
            return new Pixels(Integer.parseInt(text));
        }
        throw Problem.malformed("maxwidth and maxheight must be numbers of pixels, at least 1.");
    }
}
