package org.quotecheck.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds an article's known quotes in its next version. */
final class Anchoring {

    private Anchoring() {}

    /**
     * Known quotes whose words are quoted in the new text take their place there, each word-for-word, the nearest
     * first where the words stand more than once; the others are orphaned. What is new comes besides.
     */
    static List<Quote> merge(List<Quote> known, List<Quote> found) {
        var places = new HashMap<String, TreeMap<Integer, Quote>>();
        found.forEach(quote -> places.computeIfAbsent(quote.exact(), words -> new TreeMap<>()).put(quote.start, quote));
        for (var quote : known) {
            var place = nearest(places.get(quote.exact()), quote.start);
            if (place == null) {
                quote.anchorState = AnchorState.ORPHANED;
            } else {
                quote.moveTo(place.getValue());
                places.get(quote.exact()).remove(place.getKey());
            }
        }
        var merged = new ArrayList<>(known);
        places.values().forEach(left -> merged.addAll(left.values()));
        return merged;
    }

    private static Map.Entry<Integer, Quote> nearest(TreeMap<Integer, Quote> places, int start) {
        if (places == null || places.isEmpty()) {
            return null;
        }
        var before = places.floorEntry(start);
        var after = places.ceilingEntry(start);
        if (before == null || after == null) {
            return before == null ? after : before;
        }
        return start - before.getKey() <= after.getKey() - start ? before : after;
    }
}
