package org.quotecheck.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which numbers two claims share.
 *
 * @param conflict in words, where both have numbers of a kind that the other lacks; else null
 * @param missing those that one of them has alone
 */
record FigureComparison(List<String> agreeing, String conflict, List<String> missing) {

    static FigureComparison of(List<Figure> a, List<Figure> b) {
        var agreeing = new ArrayList<String>();
        var here = new ArrayList<>(a);
        var there = new ArrayList<>(b);
        for (var figure : a) {
            var same = there.stream().filter(figure::isSameAs).findFirst();
            if (same.isPresent()) {
                agreeing.add(figure.words());
                here.remove(figure);
                there.remove(same.get());
            }
        }
        String conflict = null;
        for (var kind : Figure.Kind.values()) {
            var mine = words(here, kind);
            var others = words(there, kind);
            if (!mine.isEmpty() && !others.isEmpty()) {
                conflict = "another " + (kind == Figure.Kind.YEAR ? "year" : "number") + ": " + others + " instead of "
                        + mine;
            }
        }
        // a share here and an amount there are two numbers as well
        if (conflict == null && !amounts(here).isEmpty() && !amounts(there).isEmpty()) {
            conflict = "another number: " + amounts(there) + " instead of " + amounts(here);
        }
        here.addAll(there);
        return new FigureComparison(
                agreeing, conflict, here.stream().map(Figure::words).toList());
    }

    private static String words(List<Figure> figures, Figure.Kind kind) {
        return figures.stream()
                .filter(figure -> figure.kind() == kind)
                .map(Figure::words)
                .collect(Collectors.joining(", "));
    }

    private static String amounts(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.kind() != Figure.Kind.YEAR)
                .map(Figure::words)
                .collect(Collectors.joining(", "));
    }
}
