package org.quotecheck.article;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quotecheck.extraction.Part;

/** Which quotes may stand in the same place, as when somebody marked one inside another. */
final class SharedPlaces {

    /** Share their place in the version before. */
    private final Set<Quote> overlapping;
    /** Shared it when both were last there, as far as their words tell. */
    private final Map<Quote, Set<Quote>> lost = new HashMap<>();

    private SharedPlaces(Set<Quote> overlapping) {
        this.overlapping = overlapping;
    }

    /** @param known in text order */
    static SharedPlaces of(List<Quote> known) {
        var shared = new SharedPlaces(overlapping(known));
        for (var marked : known) {
            if (marked.isPersons()) {
                known.stream()
                        .filter(other -> other != marked && (marked.isOrphaned() || other.isOrphaned()))
                        .filter(other -> isInside(marked, other) || isInside(other, marked))
                        .forEach(other -> shared.addLost(marked, other));
            }
        }
        return shared;
    }

    private static Set<Quote> overlapping(List<Quote> known) {
        var overlapping = new HashSet<Quote>();
        Quote last = null;
        for (var quote : known) {
            if (quote.isOrphaned()) {
                continue;
            }
            if (last != null && quote.start < last.end) {
                overlapping.add(quote);
                overlapping.add(last);
            }
            last = last == null || quote.end > last.end ? quote : last;
        }
        return overlapping;
    }

    private void addLost(Quote one, Quote other) {
        lost.computeIfAbsent(one, any -> new HashSet<>()).add(other);
        lost.computeIfAbsent(other, any -> new HashSet<>()).add(one);
    }

    /** Whether one's words, the present ones or those seen first, are some of the other's. */
    private static boolean isInside(Quote one, Quote other) {
        return isInside(one.exact(), other.exact())
                || other.seenParts != null && isInside(one.exact(), Part.exact(other.seenParts))
                || one.seenParts != null && isInside(Part.exact(one.seenParts), other.exact());
    }

    private static boolean isInside(String words, String others) {
        return words.length() < others.length() && others.contains(words);
    }

    /**
     * Where the quote cannot stand.
     *
     * @param places of those that have theirs
     * @param taken all these places
     */
    BitSet closedTo(Quote quote, Map<Quote, Namesakes.Anchored> places, BitSet taken) {
        if (overlapping.contains(quote)) {
            return new BitSet();
        }
        var others = lost.getOrDefault(quote, Set.of());
        if (others.isEmpty()) {
            return taken;
        }
        var closed = (BitSet) taken.clone();
        others.stream()
                .filter(places::containsKey)
                .flatMap(other -> places.get(other).parts().stream())
                .forEach(part -> closed.clear(part.start(), part.end()));
        return closed;
    }
}
