package org.quotecheck.extraction;

import static java.util.Objects.requireNonNull;

/**
 * The words by which the article names the speaker, as written ("he", "the mayor", "Ann Lee").
 *
 * @param exact the words
 * @param start first code point in the article's text
 * @param end code point after the last
 */
public record Attribution(String exact, int start, int end) {
    public Attribution {
        requireNonNull(exact);
    }
}
