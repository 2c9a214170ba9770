package org.quotecheck.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Which words of two claims match, each at most once, and which are left over on either side. */
record Alignment(List<Pair> pairs, List<Term> onlyA, List<Term> onlyB) {

    private static final int MAX_REPLACED = 2;
    private static final double MOSTLY = 0.7;

    record Pair(Term a, Term b, double likeness) {}

    static Alignment of(List<Term> a, List<Term> b) {
        var pairs = new ArrayList<Pair>();
        var restOfA = new LinkedList<>(a);
        var restOfB = new LinkedList<>(b);
        // the surest first, so that a word's own form is not taken by another's
        for (double least : new double[] {1, 0.9, 0.01}) {
            for (var left = restOfA.iterator(); left.hasNext(); ) {
                var word = left.next();
                for (var right = restOfB.iterator(); right.hasNext(); ) {
                    var other = right.next();
                    double likeness = word.likeness(other);
                    if (likeness >= least) {
                        pairs.add(new Pair(word, other, likeness));
                        left.remove();
                        right.remove();
                        break;
                    }
                }
            }
        }
        return new Alignment(pairs, restOfA, restOfB);
    }

    /**
     * Whether what stands at the two ends of a stretch of words has changed places and nothing else has, as in "A beat
     * B" and "B beat A".
     */
    boolean isExchange() {
        int[] there = ordered().stream().mapToInt(pair -> pair.b().at()).toArray();
        int from = 0;
        int to = there.length;
        var sorted = Arrays.stream(there).sorted().toArray();
        while (from < to && there[from] == sorted[from]) {
            from++;
        }
        while (from < to && there[to - 1] == sorted[to - 1]) {
            to--;
        }
        int firstRise = from + 1;
        while (firstRise < to && there[firstRise] > there[firstRise - 1]) {
            firstRise++;
        }
        int lastFall = to - 1;
        while (lastFall > firstRise && there[lastFall] > there[lastFall - 1]) {
            lastFall--;
        }
        // three runs, each in order: the last stands first there, the middle one stays between
        return to - from > 2
                && lastFall > firstRise
                && there[to - 1] < there[firstRise]
                && there[lastFall - 1] < there[from]
                && IntStream.range(firstRise + 1, lastFall).allMatch(i -> there[i] > there[i - 1]);
    }

    /** Whether names stand at both ends of what agrees, in the same order. */
    boolean keepsNamesAtItsEnds() {
        var ordered = ordered();
        return ordered.size() > 2
                && ordered.getFirst().a().isName()
                && ordered.getLast().a().isName()
                && ordered.getFirst().b().at() < ordered.getLast().b().at();
    }

    private List<Pair> ordered() {
        return pairs.stream()
                .sorted(Comparator.comparingInt(pair -> pair.a().at()))
                .toList();
    }

    /** Whether all words agree except one on either side. */
    boolean isNearlyWhole() {
        return pairs.size() > 2 && onlyA.size() <= 1 && onlyB.size() <= 1;
    }

    /** Whether one or two words are replaced by others, and all the rest agree. */
    boolean isReplacement() {
        return !onlyA.isEmpty()
                && !onlyB.isEmpty()
                && Math.max(onlyA.size(), onlyB.size()) <= MAX_REPLACED
                && pairs.size() >= MOSTLY * (pairs.size() + Math.max(onlyA.size(), onlyB.size()));
    }

    int agreeing() {
        return pairs.size();
    }

    /** The weights of both words of each pair, as far as they are alike. */
    double weight(ToDoubleFunction<Term> weight) {
        return pairs.stream()
                .mapToDouble(
                        pair -> pair.likeness() * (weight.applyAsDouble(pair.a()) + weight.applyAsDouble(pair.b())))
                .sum();
    }
}
