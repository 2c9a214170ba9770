package org.quotecheck.match;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which words of two claims go together, each at most once, and which are left over on either side. */
record Alignment(List<Pair> pairs, List<Token> onlyA, List<Token> onlyB) {

    private static final int MAX_REPLACED = 2;
    private static final double MOSTLY = 0.7;

    record Pair(Token a, Token b, double likeness) {}

    static Alignment of(List<Token> a, List<Token> b) {
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

    /** Whether a word or two stand where the other has others, and all the rest agrees. */
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
    double weight(ToDoubleFunction<Token> weight) {
        return pairs.stream()
                .mapToDouble(
                        pair -> pair.likeness() * (weight.applyAsDouble(pair.a()) + weight.applyAsDouble(pair.b())))
                .sum();
    }
}
