package org.quotecheck.anchor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where words occur in a text with few changes: the place that the fewest insertions, deletions and replacements lead
 * to. Myers' bit vectors (Journal of the ACM 46(3), 1999) in blocks (Hyyrö, 2003), so that 64 rows cost one step; what
 * is longer than a chunk is followed chunk by chunk, which costs no more than the text is long.
 */
record Approximation(int start, int end, int errors) {

    private static final int CHUNK = 512;
    /** How far a chunk may have moved relative to the previous one. */
    private static final int SLACK = 512;

    private static final int MOST = 3;

    /**
     * The best place between two positions of the text; for words that are no longer than a chunk also those that are
     * nearly as good, because the best one may be another mention. The words must not be empty.
     */
    static List<Approximation> of(String words, String text, int from, int to) {
        if (words.length() <= CHUNK) {
            return ofChunk(words, text, from, to, MOST);
        }
        int room = from + CHUNK + (to - from - Math.min(words.length(), to - from));
        var first = ofChunk(words.substring(0, CHUNK), text, from, Math.min(room, to), 1)
                .getFirst();
        int errors = first.errors;
        int end = first.end;
        for (int i = CHUNK; i < words.length(); i += CHUNK) {
            String chunk = words.substring(i, Math.min(i + CHUNK, words.length()));
            int limit = Math.min(text.length(), end + chunk.length() + SLACK);
            if (end >= limit || errors > i / 2) {
                errors += words.length() - i; // the text ends, or it is another
                break;
            }
            var next = ofChunk(chunk, text, end, limit, 1).getFirst();
            boolean lost = next.errors > chunk.length() / 2;
            errors += lost ? chunk.length() : next.errors + next.start - end;
            end = lost ? Math.min(end + chunk.length(), text.length()) : next.end;
        }
        return List.of(new Approximation(first.start, end, errors));
    }

    private static List<Approximation> ofChunk(String words, String text, int from, int to, int most) {
        var forward = new Search(words);
        int[] errors = new int[to - from];
        for (int i = from; i < to; i++) {
            errors[i - from] = forward.next(text.charAt(i), 0);
        }
        var found = new ArrayList<Approximation>();
        int limit = words.length();
        while (found.size() < most) {
            int best = best(errors);
            if (best < 0 || errors[best] > limit) {
                break;
            }
            limit = found.isEmpty() ? errors[best] + Math.max(1, words.length() / 5) : limit;
            int end = from + best + 1;
            found.add(new Approximation(start(words, text, from, end), end, errors[best]));
            // its neighbours are the same place
            int near = Math.max(1, words.length() / 2);
            Arrays.fill(errors, Math.max(0, best - near), Math.min(errors.length, best + near + 1), Integer.MAX_VALUE);
        }
        return found.isEmpty() ? List.of(new Approximation(from, from, words.length())) : found;
    }

    /** The last one of the fewest, so that a letter replaced at the end belongs to the words. */
    private static int best(int[] errors) {
        int best = -1;
        for (int i = 0; i < errors.length; i++) {
            if (errors[i] != Integer.MAX_VALUE && (best < 0 || errors[i] <= errors[best])) {
                best = i;
            }
        }
        return best;
    }

    /** The same backwards from the known end: as many errors, and as near to the words' own length as that allows. */
    private static int start(String words, String text, int from, int end) {
        var backward = new Search(new StringBuilder(words).reverse().toString());
        int fewest = words.length();
        int start = end;
        for (int i = end - 1; i >= from && end - i <= 2 * words.length(); i--) {
            int here = backward.next(text.charAt(i), 1);
            boolean nearer = Math.abs(end - i - words.length()) < Math.abs(end - start - words.length());
            if (here < fewest || here == fewest && nearer) {
                fewest = here;
                start = i;
            }
        }
        return start;
    }

    /** The last row of the matrix of edit distances, column by column. */
    private static final class Search {

        private final char[] letters;
        private final long[][] equal;
        private final long[] plus;
        private final long[] minus;
        private final long last;
        private int distance;

        Search(String words) {
            int blocks = (words.length() + 63) / 64;
            letters = distinct(words);
            equal = new long[letters.length + 1][blocks];
            for (int i = 0; i < words.length(); i++) {
                equal[Arrays.binarySearch(letters, words.charAt(i))][i / 64] |= 1L << i;
            }
            plus = new long[blocks];
            Arrays.fill(plus, -1L);
            minus = new long[blocks];
            last = 1L << words.length() - 1;
            distance = words.length();
        }

        private static char[] distinct(String words) {
            char[] letters = words.toCharArray();
            Arrays.sort(letters);
            int count = 0;
            for (char letter : letters) {
                if (count == 0 || letter != letters[count - 1]) {
                    letters[count++] = letter;
                }
            }
            return Arrays.copyOf(letters, count);
        }

        /**
         * The distance of all words to the text up to this letter
         *
         * @param above what a letter costs before the first word: 0 or 1
         */
        int next(char letter, int above) {
            int index = Arrays.binarySearch(letters, letter);
            long[] same = equal[index < 0 ? letters.length : index];
            int carry = above;
            for (int b = 0; b < plus.length; b++) {
                carry = block(b, same[b], carry, b == plus.length - 1 ? last : Long.MIN_VALUE);
            }
            distance += carry;
            return distance;
        }

        private int block(int b, long same, int carryIn, long lowest) {
            long vertical = same | minus[b];
            long eq = carryIn < 0 ? same | 1 : same;
            long horizontal = (eq & plus[b]) + plus[b] ^ plus[b] | eq;
            long up = minus[b] | ~(horizontal | plus[b]);
            long down = plus[b] & horizontal;
            int carryOut = (up & lowest) != 0 ? 1 : (down & lowest) != 0 ? -1 : 0;
            up = up << 1 | (carryIn > 0 ? 1 : 0);
            down = down << 1 | (carryIn < 0 ? 1 : 0);
            plus[b] = down | ~(vertical | up);
            minus[b] = up & vertical;
            return carryOut;
        }
    }
}
