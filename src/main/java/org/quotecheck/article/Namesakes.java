package org.quotecheck.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.quotecheck.anchor.Anchors;
import org.quotecheck.extraction.Part;

/**
 * Which quotation of an article's next version is which known quote, where the words alone do not tell: several quotes
 * have the same ones, or the writer's insertion has moved into or out of them. In their order, those with the same
 * speaker and surroundings together.
 */
final class Namesakes {

    /** Where all parts of a quote are. */
    record Anchored(List<Part> parts, boolean exact, double score) {

        int start() {
            return parts.getFirst().start();
        }

        boolean isFree(BitSet taken) {
            return parts.stream().allMatch(part -> {
                int next = taken.nextSetBit(part.start());
                return next < 0 || next >= part.end();
            });
        }
    }

    private static final double SPEAKER = 2;
    /** Pairs that are compared for one wording; beyond, each quote is looked for by itself. */
    private static final int MOST = 250_000;

    private final List<Quote> known = new ArrayList<>();
    private final List<Quote> found = new ArrayList<>();

    private Namesakes() {}

    /** The places of those known quotes that are decided so. */
    static Map<Quote, Anchored> places(List<Quote> known, List<Quote> found) {
        var wordings = new LinkedHashMap<String, Namesakes>();
        known.stream()
                .filter(quote -> !quote.isOrphaned() && quote.anchorState == AnchorState.EXACT)
                .forEach(quote -> of(wordings, quote).known.add(quote));
        found.forEach(quote -> of(wordings, quote).found.add(quote));
        var places = new HashMap<Quote, Anchored>();
        wordings.values().stream().filter(Namesakes::isOpen).forEach(namesakes -> namesakes.pair(places));
        return places;
    }

    private static Namesakes of(Map<String, Namesakes> wordings, Quote quote) {
        var letters = new StringBuilder();
        quote.exact()
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return wordings.computeIfAbsent(letters.toString(), any -> new Namesakes());
    }

    /** Whether both say the same words. */
    static boolean areSame(List<Part> some, List<Part> others) {
        return Anchors.sameWords(
                some.stream().map(Part::exact).toList(),
                others.stream().map(Part::exact).toList());
    }

    private boolean isOpen() {
        return !known.isEmpty()
                && !found.isEmpty()
                && (long) known.size() * found.size() <= MOST
                && (known.size() > 1 || found.stream().noneMatch(quote -> isPartedAlike(quote, known.getFirst())));
    }

    private static boolean isPartedAlike(Quote one, Quote other) {
        return one.parts.size() == other.parts.size()
                && IntStream.range(0, one.parts.size())
                        .allMatch(i -> areSame(one.parts.subList(i, i + 1), other.parts.subList(i, i + 1)));
    }

    /** The pairs in order that fit best together (as of longest common subsequences). */
    private void pair(Map<Quote, Anchored> places) {
        var best = new double[known.size() + 1][found.size() + 1];
        for (int i = known.size() - 1; i >= 0; i--) {
            for (int j = found.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(
                        Math.max(best[i + 1][j], best[i][j + 1]), best[i + 1][j + 1] + fit(known.get(i), found.get(j)));
            }
        }
        for (int i = 0, j = 0; i < known.size() && j < found.size(); ) {
            if (best[i][j] == best[i + 1][j]) {
                i++;
            } else if (best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                places.put(known.get(i++), new Anchored(found.get(j++).parts, true, 1));
            }
        }
    }

    /** 0 where the words are not quite the same; otherwise more than that, up to 5. */
    private static double fit(Quote one, Quote other) {
        if (!areSame(one.parts, other.parts) || one.isPersons() && !isPartedAlike(one, other)) {
            return 0;
        }
        boolean sameSpeaker = one.speaker != null
                && other.speaker != null
                && Objects.equals(one.speaker.name(), other.speaker.name());
        return 1
                + (sameSpeaker ? SPEAKER : 0)
                + common(
                        new StringBuilder(one.parts.getFirst().prefix()).reverse(),
                        new StringBuilder(other.parts.getFirst().prefix()).reverse())
                + common(one.parts.getLast().suffix(), other.parts.getLast().suffix());
    }

    /** How much of one's beginning is the other's. */
    private static double common(CharSequence one, CharSequence other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return (double) same / Math.max(1, Math.max(one.length(), other.length()));
    }
}
