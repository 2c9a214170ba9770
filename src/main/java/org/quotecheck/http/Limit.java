package org.quotecheck.http;

import org.quotecheck.problem.Problem;

/** How many items a list answers with: 1 to 100, never clamped. */
public record Limit(int value) {

    /** @throws Problem 400 */
    public static Limit fromString(String text) {
        if (text.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= 100) {
                return new Limit(value);
            }
        }
        throw Problem.malformed("limit must be a number from 1 to 100.");
    }
}
