package org.quotecheck.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ApproximationTest {

    private final Random random = new Random(7);

    @Test
    void fewestErrorsAreThoseOfTheWholeMatrix() {
        for (int round = 0; round < 3_000; round++) {
            var words = letters(1 + random.nextInt(round % 10 == 0 ? 200 : 20), 3);
            var text = letters(random.nextInt(150), 3);
            var best = Approximation.of(words, text, 0, text.length()).getFirst();
            assertThat(best.errors()).as(words + " in " + text).isEqualTo(fewest(words, text));
            assertThat(distance(words, text.substring(best.start(), best.end())))
                    .as(words + " in " + text)
                    .isEqualTo(best.errors());
        }
    }

    @Test
    void longWordsAreFollowedThroughInsertions() {
        var words = letters(20_000, 26);
        var changed = new StringBuilder(words)
                .replace(4_000, 4_001, "")
                .insert(9_000, "a few words more")
                .replace(15_000, 15_004, "XXXX")
                .toString();
        var text = letters(3_000, 26) + changed + letters(3_000, 26);
        var found = Approximation.of(words, text, 2_800, text.length()).getFirst();
        assertThat(found.start()).isEqualTo(3_000);
        assertThat(found.end()).isEqualTo(3_000 + changed.length());
        assertThat(found.errors()).isBetween(18, 40);
    }

    @Test
    void otherMentionIsNearlyAsGood() {
        var text = "He said \"elections\", and of the last election nothing.";
        assertThat(Approximation.of("election.", text, 0, text.length()))
                .extracting(place -> text.substring(place.start(), place.end()))
                .hasSize(2)
                .allMatch(words -> words.startsWith("election"));
    }

    private String letters(int length, int alphabet) {
        var letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(alphabet)));
        }
        return letters.toString();
    }

    private static int fewest(String words, String text) {
        int fewest = words.length();
        int[] column = column(words);
        for (char c : text.toCharArray()) {
            column = next(column, words, c, 0);
            fewest = Math.min(fewest, column[words.length()]);
        }
        return fewest;
    }

    private static int distance(String words, String text) {
        int[] column = column(words);
        for (char c : text.toCharArray()) {
            column = next(column, words, c, column[0] + 1);
        }
        return column[words.length()];
    }

    private static int[] column(String words) {
        int[] column = new int[words.length() + 1];
        for (int i = 0; i < column.length; i++) {
            column[i] = i;
        }
        return column;
    }

    private static int[] next(int[] column, String words, char c, int top) {
        int[] next = new int[column.length];
        next[0] = top;
        for (int i = 1; i < next.length; i++) {
            next[i] =
                    Math.min(column[i - 1] + (words.charAt(i - 1) == c ? 0 : 1), Math.min(column[i], next[i - 1]) + 1);
        }
        return next;
    }
}
