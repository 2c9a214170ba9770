package org.quotecheck.http;

import org.quotecheck.problem.Problem;

/** A query parameter that is {@code true} or {@code false}, and nothing else. */
public record Flag(boolean value) {

    /** @throws Problem 400 */
    public static Flag fromString(String text) {
        return switch (text) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            default -> throw Problem.malformed("The parameter must be true or false.");
        };
    }
}
