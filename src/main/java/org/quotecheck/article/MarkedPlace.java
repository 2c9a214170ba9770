package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.quotecheck.body.Faults;
import org.quotecheck.extraction.Part;

/** Where somebody says that words are in an article's text: in code points, end exclusive. */
@RegisterForReflection
record MarkedPlace(@NotNull Integer start, @NotNull Integer end) {

    /** The maximum number of code points in a quote. */
    static final int MOST = 5_000;

    /**
     * The words, without spaces at their ends; null where there are none.
     *
     * @param pointer of the object that holds start and end
     */
    Part in(String text, String pointer, Faults faults) {
        if (start == null || end == null) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        boolean inside = start >= 0 && start < length;
        if (!inside) {
            faults.add(pointer + "/start", "must be a position in the text, which has " + length + " code points");
        }
        if (end <= start || end > length) {
            faults.add(pointer + "/end", "must be after start and in the text, which has " + length + " code points");
        } else if (end - start > MOST) {
            faults.add(pointer + "/end", "must be at most " + MOST + " code points after start");
        } else if (inside) {
            return in(
                    text,
                    text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)),
                    pointer,
                    faults);
        }
        return null;
    }

    private Part in(String text, String words, String pointer, Faults faults) {
        if (!hasWords(words)) {
            faults.add(pointer + "/start", "must be the start of a word");
            return null;
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
