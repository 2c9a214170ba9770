package org.quotecheck.article;

import java.util.ArrayList;
import java.util.List;

/** Finds an article's known quotes in its next version. */
final class Anchoring {

    private Anchoring() {}

    /**
     * Known quotes whose words are quoted in the new text take their place there, each word-for-word, the nearest
     * first where the words stand more than once; the others are orphaned. What is new comes besides.
     */
    static List<Quote> merge(List<Quote> known, List<Quote> found) {
        var open = new ArrayList<>(found);
        var merged = new ArrayList<Quote>(known);
        for (var quote : known) {
            var words = quote.exact();
            var nearest = open.stream()
                    .filter(candidate -> candidate.exact().equals(words))
                    .min((a, b) -> Integer.compare(Math.abs(a.start - quote.start), Math.abs(b.start - quote.start)));
            if (nearest.isPresent()) {
                open.remove(nearest.get());
                quote.moveTo(nearest.get());
            } else {
                quote.anchorState = AnchorState.ORPHANED;
            }
        }
        merged.addAll(open);
        return merged;
    }
}
