package org.quotecheck.anchor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in a text a search for changed words is worthwhile: where many runs of five letters are as far from each other
 * as they are in the words. Made once for a text; what a question costs does not depend on the text's length.
 */
final class Seeds {

    private static final int RUN = 5;
    /**
     * Runs that are looked up for a question, and places that are looked at for a run: a run that occurs in more says
     * nothing.
     */
    private static final int RUNS = 256;

    private static final int PLACES = 64;
    /** Places that are shifted by fewer letters than a group has count for the same one. */
    private static final int DRIFT = 6;

    static final int GROUP = 1 << DRIFT;

    private final String text;
    private final int shift;
    private final int[] first;
    private final int[] next;

    Seeds(String text) {
        this.text = text;
        this.next = new int[text.length()];
        this.shift = Integer.numberOfLeadingZeros(text.length() | 255);
        this.first = new int[1 << 32 - shift];
        Arrays.fill(first, -1);
        for (int i = text.length() - RUN; i >= 0; i--) {
            int slot = slot(text, i);
            next[i] = first[slot];
            first[slot] = i;
        }
    }

    /** Offsets at which the words may start, the likeliest first; each stands for the group that begins there. */
    List<Integer> places(String words, int most) {
        long[] shifts = new long[RUNS * PLACES + PLACES];
        int count = 0;
        int stride = Math.max(1, (words.length() - RUN + RUNS) / RUNS);
        int[] found = new int[PLACES];
        for (int i = 0; i + RUN <= words.length(); i += stride) {
            int places = 0;
            int place = first[slot(words, i)];
            // a chain is as long as it may be: other runs may share the slot
            for (int steps = 0; place >= 0 && places < PLACES && steps < 8 * PLACES; steps++, place = next[place]) {
                if (text.regionMatches(place, words, i, RUN)) {
                    found[places++] = place;
                }
            }
            if (place < 0 && count + places <= shifts.length) {
                for (int p = 0; p < places; p++) {
                    shifts[count++] = (long) found[p] - i;
                }
            }
        }
        Arrays.sort(shifts, 0, count);
        return densest(shifts, count, most);
    }

    private static List<Integer> densest(long[] shifts, int count, int most) {
        record Group(int shift, int votes) {}
        var groups = new ArrayList<Group>();
        for (int i = 0; i < count; ) {
            int end = i;
            while (end < count && shifts[end] >> DRIFT == shifts[i] >> DRIFT) {
                end++;
            }
            groups.add(new Group((int) (shifts[i] >> DRIFT << DRIFT), end - i));
            i = end;
        }
        groups.sort((a, b) -> b.votes - a.votes);
        return groups.stream().limit(most).map(Group::shift).toList();
    }

    private int slot(String text, int at) {
        int hash = 0;
        for (int i = 0; i < RUN; i++) {
            hash = hash * 31 + text.charAt(at + i);
        }
        return hash * 0x9E3779B1 >>> shift;
    }
}
