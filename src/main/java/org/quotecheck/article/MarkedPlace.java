package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.quotecheck.extraction.Part;
import org.quotecheck.problem.Problem;

/** Where somebody says that words are in an article's text: in code points, end exclusive. */
@RegisterForReflection
record MarkedPlace(@NotNull Integer start, @NotNull Integer end) {

    /** The maximum number of code points in a quote. */
    static final int MOST = 5_000;

    /**
     * The words, without spaces at their ends.
     *
     * @param pointer of the object that holds start and end
     * @throws Problem 422 when there are no words
     */
    Part in(String text, String pointer) {
        int length = text.codePointCount(0, text.length());
        if (start < 0 || start >= length) {
            throw Problem.invalid(
                    pointer + "/start", "must be a position in the text, which has " + length + " code points");
        }
        if (end <= start || end > length) {
            throw Problem.invalid(
                    pointer + "/end", "must be after start and in the text, which has " + length + " code points");
        }
        if (end - start > MOST) {
            throw Problem.invalid(pointer + "/end", "must be at most " + MOST + " code points after start");
        }
        var words = text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
        if (!hasWords(words)) {
            throw Problem.invalid(pointer + "/start", "must be the start of a word");
        }
        int from = start + blanks(words);
        return Part.of(text, from, end - blanks(new StringBuilder(words).reverse()));
    }

    static boolean hasWords(String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** At the beginning; a blank is one code point and one character. */
    private static int blanks(CharSequence words) {
        return (int) words.chars()
                .takeWhile(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))
                .count();
    }
}
