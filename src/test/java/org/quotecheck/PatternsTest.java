package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.RegularExpressions.Expression;

/** Every regular expression of the service against long monotonous texts: on a small stack, in linear time. */
class PatternsTest {

    /** What repeats in a hostile text; each is one of a class that some expression repeats. */
    private static final List<String> MONOTONES = List.of(
            "\u0301",
            "\u0306",
            "\u05b0",
            "и\u0306",
            "a\u0301",
            "a",
            "é",
            "1",
            "1,",
            "1.",
            " ",
            "\u00a0",
            "\u200b",
            "\t",
            "\n",
            "\r\n",
            ".",
            ",",
            "-",
            "–",
            "'",
            "’",
            "\"",
            "“",
            "/",
            "//",
            "/**",
            "*/",
            "%",
            "%20",
            "%zz",
            ":",
            "::",
            "a:",
            "0:",
            ";",
            "&",
            "=",
            "a=b&",
            "n't ",
            "can't ",
            "[",
            "]",
            "(",
            ")",
            "x-",
            "é.",
            "1 000",
            "\ud83d",
            "🙂",
            "\u202e",
            "A.",
            "10%",
            "million ",
            "one ",
            "…",
            "\\",
            "0x",
            "www.",
            "aa-bb-");

    private static final int SHORT = 6_000;
    private static final int GROWTH = 4;
    private static final int SMALL_STACK = 256 * 1024;
    /** What one expression may read of a short text, in which each character counts as often as it is looked at. */
    private static final long MOST_READ = 1_000L * SHORT;

    /**
     * Methods whose expressions are put together while the service runs. The first two fill constants, which are tried;
     * the last quotes a person's words for a removal, which an operator asks for.
     */
    private static final Set<String> PUT_TOGETHER =
            Set.of("Statement.contraction", "Transliteration.sounds", "RemovedWords.replaceIn");

    private static final RegularExpressions OURS = new RegularExpressions();

    /** So that none slips in that is not tried below. */
    @Test
    void everyExpressionIsKnownAhead() {
        assertThat(OURS.unknown).isEqualTo(PUT_TOGETHER);
        assertThat(OURS.passing).isEmpty();
        assertThat(OURS.known.values().stream().flatMap(Set::stream))
                .contains(
                        "Explanation.NESTING",
                        "Transliteration.SOUNDS",
                        "Limit.fromString",
                        "AddSource.@Pattern",
                        "ClaimPagesResource.@Path");
    }

    @Test
    void monotonousTextOverflowsNothing() throws InterruptedException {
        var patterns = OURS.known;
        assertThat(patterns).hasSizeGreaterThan(100);
        var failed = new ConcurrentSkipListMap<String, String>();
        var thread = new Thread(
                null,
                () -> patterns.forEach((expression, places) -> {
                    for (var piece : MONOTONES) {
                        try {
                            checkLinear(expression, piece);
                        } catch (StackOverflowError | AssertionError e) {
                            failed.putIfAbsent(places.toString(), expression + " on " + piece + ": " + e);
                        }
                    }
                }),
                "small stack",
                SMALL_STACK);
        thread.start();
        thread.join();
        assertThat(failed).isEmpty();
    }

    private static void checkLinear(Expression expression, String piece) {
        var pattern = expression.pattern();
        long small = read(pattern, expression.isWhole(), piece.repeat(SHORT / piece.length()) + "!");
        long large = read(pattern, expression.isWhole(), piece.repeat(GROWTH * SHORT / piece.length()) + "!");
        assertThat(large).as("characters read, after " + small).isLessThan(2 * GROWTH * small + SHORT);
    }

    /** How many characters a match looks at, and a replacement where there may be one. */
    private static long read(Pattern pattern, boolean isWhole, String text) {
        var counted = new Counted(text, new long[1]);
        pattern.matcher(counted).matches();
        if (!isWhole) {
            pattern.matcher(counted).replaceAll("");
        }
        return counted.read[0];
    }

    /** A text that knows how often it was looked at, and ends what looks too often. */
    private record Counted(String text, long[] read) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++read[0] > MOST_READ * GROWTH) {
                throw new AssertionError("more than " + read[0] + " characters read");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
