package org.quotecheck.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quotecheck.match.Reason.Why;

/**
 * Which numbers two claims share.
 *
 * @param conflict where both have numbers of a kind that the other lacks; otherwise null
 * @param missing those that one of them has alone; null without any
 * @param otherBounds where one number is a bound and the same in the other claim is none, or the other way round; or
 *     null
 * @param otherChanges where a change ends at the number in one claim, and is as large as it in the other; or null
 */
record QuantityComparison(
        List<String> agreeing, Reason conflict, Reason missing, Reason otherBounds, Reason otherChanges) {

    static QuantityComparison of(List<Quantity> a, List<Quantity> b) {
        var agreeing = new ArrayList<String>();
        var otherBounds = new Pairs();
        var otherChanges = new Pairs();
        var here = new ArrayList<>(a);
        var there = new ArrayList<>(b);
        for (var quantity : a) {
            var same = there.stream().filter(quantity::isSameAs).findFirst();
            if (same.isPresent()) {
                agreeing.add(quantity.words());
                here.remove(quantity);
                there.remove(same.get());
                if (quantity.bound() != same.get().bound()) {
                    otherBounds.add(quantity.bounded(), same.get().bounded());
                }
                if (quantity.hasOtherChange(same.get())) {
                    otherChanges.add(quantity.changed(), same.get().changed());
                }
            }
        }
        Reason conflict = null;
        for (var kind : Quantity.Kind.values()) {
            var mine = words(here, kind);
            var others = words(there, kind);
            if (!mine.isEmpty() && !others.isEmpty()) {
                conflict = Reason.of(kind == Quantity.Kind.YEAR ? Why.OTHER_YEAR : Why.OTHER_NUMBER, mine, others);
            }
        }
        // a share here and an amount there are two numbers as well
        if (conflict == null && !amounts(here).isEmpty() && !amounts(there).isEmpty()) {
            conflict = Reason.of(Why.OTHER_NUMBER, amounts(here), amounts(there));
        }
        return new QuantityComparison(
                agreeing,
                conflict,
                here.isEmpty() && there.isEmpty() ? null : Reason.of(Why.NUMBER_MISSING, all(here), all(there)),
                otherBounds.reason(Why.OTHER_BOUND),
                otherChanges.reason(Why.OTHER_CHANGE));
    }

    /** What two claims say of the same numbers. */
    private record Pairs(List<String> here, List<String> there) {

        Pairs() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(String one, String other) {
            here.add(one);
            there.add(other);
        }

        Reason reason(Why code) {
            return here.isEmpty() ? null : Reason.of(code, String.join(", ", here), String.join(", ", there));
        }
    }

    /** Null without any. */
    private static String all(List<Quantity> quantities) {
        return quantities.isEmpty()
                ? null
                : quantities.stream().map(Quantity::words).collect(Collectors.joining(", "));
    }

    private static String words(List<Quantity> quantities, Quantity.Kind kind) {
        return quantities.stream()
                .filter(quantity -> quantity.kind() == kind)
                .map(Quantity::words)
                .collect(Collectors.joining(", "));
    }

    private static String amounts(List<Quantity> quantities) {
        return quantities.stream()
                .filter(quantity -> quantity.kind() != Quantity.Kind.YEAR)
                .map(Quantity::words)
                .collect(Collectors.joining(", "));
    }
}
