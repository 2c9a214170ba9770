package org.quotecheck.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which numbers two claims share.
 *
 * @param conflict in words, where both have numbers of a kind that the other lacks; otherwise null
 * @param missing those that one of them has alone
 * @param otherBounds in words, where one number is a bound and the same in the other claim is none, or the contrary
 * @param otherChanges in words, where a change ends at the number in one claim, and is as large as it in the other
 */
record QuantityComparison(
        List<String> agreeing,
        String conflict,
        List<String> missing,
        List<String> otherBounds,
        List<String> otherChanges) {

    static QuantityComparison of(List<Quantity> a, List<Quantity> b) {
        var agreeing = new ArrayList<String>();
        var otherBounds = new ArrayList<String>();
        var otherChanges = new ArrayList<String>();
        var here = new ArrayList<>(a);
        var there = new ArrayList<>(b);
        for (var quantity : a) {
            var same = there.stream().filter(quantity::isSameAs).findFirst();
            if (same.isPresent()) {
                agreeing.add(quantity.words());
                here.remove(quantity);
                there.remove(same.get());
                if (quantity.bound() != same.get().bound()) {
                    otherBounds.add("%s instead of %s".formatted(same.get().bounded(), quantity.bounded()));
                }
                if (quantity.hasOtherChange(same.get())) {
                    otherChanges.add("%s instead of %s".formatted(same.get().changed(), quantity.changed()));
                }
            }
        }
        String conflict = null;
        for (var kind : Quantity.Kind.values()) {
            var mine = words(here, kind);
            var others = words(there, kind);
            if (!mine.isEmpty() && !others.isEmpty()) {
                conflict = "another " + (kind == Quantity.Kind.YEAR ? "year" : "number") + ": " + others
                        + " instead of " + mine;
            }
        }
        // a share here and an amount there are two numbers as well
        if (conflict == null && !amounts(here).isEmpty() && !amounts(there).isEmpty()) {
            conflict = "another number: " + amounts(there) + " instead of " + amounts(here);
        }
        here.addAll(there);
        return new QuantityComparison(
                agreeing, conflict, here.stream().map(Quantity::words).toList(), otherBounds, otherChanges);
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
