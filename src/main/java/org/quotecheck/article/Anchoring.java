package org.quotecheck.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.quotecheck.anchor.Anchor;
import org.quotecheck.anchor.Anchors;
import org.quotecheck.extraction.Part;

/**
 * Finds an article's known quotes in its next version: those whose words are the same first, in their context before
 * others, then those whose words have changed; each in a separate place. Whatever else the new text quotes is new.
 */
final class Anchoring {

    /** Quotations with this much in common are the same. */
    private static final double COMMON = 0.8;

    private static final double IN_CONTEXT = 0.8;

    private final Anchors anchors;
    /** Code points of the new text that known quotes have. */
    private final BitSet taken = new BitSet();
    /** How far the previous quote has moved, and so probably the next. */
    private int shift;

    private Anchoring(String text) {
        this.anchors = new Anchors(text);
    }

    /**
     * @param known the article's quotes, in text order; they take their new places, or are orphaned
     * @param found what the new text quotes
     * @return what is new in it
     */
    static List<Quote> merge(List<Quote> known, List<Quote> found, String text) {
        return known.isEmpty() ? List.copyOf(byStart(found).values()) : new Anchoring(text).merge(known, found);
    }

    private static TreeMap<Integer, Quote> byStart(List<Quote> found) {
        var all = new TreeMap<Integer, Quote>();
        found.forEach(quote -> all.put(quote.start, quote));
        return all;
    }

    private List<Quote> merge(List<Quote> known, List<Quote> found) {
        var shared = SharedPlaces.of(known);
        var candidates = new HashMap<Quote, Optional<Namesakes.Anchored>>();
        var places = new HashMap<Quote, Namesakes.Anchored>(Namesakes.places(known, found));
        places.values().forEach(place -> place.parts().forEach(part -> taken.set(part.start(), part.end())));
        for (Predicate<Namesakes.Anchored> wanted : List.<Predicate<Namesakes.Anchored>>of(
                place -> place.exact() && place.score() >= IN_CONTEXT, Namesakes.Anchored::exact, place -> true)) {
            shift = 0;
            for (var quote : known) {
                if (!places.containsKey(quote)) {
                    var others = shared.closedTo(quote, places, taken);
                    var candidate = candidates.get(quote);
                    // what was not found does not appear when more is taken
                    if (candidate == null
                            || candidate.isPresent() && !candidate.get().isFree(others)) {
                        candidate = place(quote, others);
                        candidates.put(quote, candidate);
                    }
                    candidate.filter(wanted).ifPresent(place -> {
                        places.put(quote, place);
                        place.parts().forEach(part -> taken.set(part.start(), part.end()));
                    });
                }
                if (places.containsKey(quote)) {
                    shift = places.get(quote).start() - quote.start;
                }
            }
        }
        var left = byStart(found);
        known.forEach(quote -> {
            if (places.containsKey(quote)) {
                quote.moveTo(places.get(quote), quote.isPersons() ? null : taken(places.get(quote), left));
            } else {
                quote.orphan();
            }
        });
        var persons = known.stream()
                .filter(quote -> quote.isPersons() && !quote.isOrphaned())
                .toList();
        return left.values().stream()
                .filter(quote -> persons.stream().noneMatch(quote::overlaps))
                .toList();
    }

    /** By the words as they were seen first; where they have changed since, by the present ones. */
    private Optional<Namesakes.Anchored> place(Quote quote, BitSet taken) {
        if (quote.seenParts == null) {
            return place(quote.parts, quote.start, taken);
        }
        var seen = place(quote.seenParts, quote.start, taken);
        if (seen.isPresent() && seen.get().exact()) {
            return seen;
        }
        var present = place(quote.parts, quote.start, taken)
                .map(place -> new Namesakes.Anchored(
                        place.parts(),
                        false,
                        quote.anchorScore == null ? place.score() : Math.min(place.score(), quote.anchorScore)));
        return present.isPresent() ? present : seen;
    }

    /** The longest part is the surest; the others stand around it, in their order. */
    private Optional<Namesakes.Anchored> place(List<Part> parts, int start, BitSet taken) {
        var found = new Anchor[parts.size()];
        int longest = 0;
        for (int i = 1; i < parts.size(); i++) {
            longest = parts.get(i).exact().length() > parts.get(longest).exact().length() ? i : longest;
        }
        int moved = start - parts.getFirst().start() + shift;
        for (int i = longest; i < parts.size() + longest; i++) {
            int index = i < parts.size() ? i : i - parts.size();
            var anchor =
                    anchors.find(parts.get(index), Math.max(0, parts.get(index).start() + moved), taken);
            if (anchor.isEmpty()) {
                return Optional.empty();
            }
            found[index] = anchor.get();
            moved = index == longest
                    ? found[index].part().start() - parts.get(index).start()
                    : moved;
        }
        double score = 0;
        int letters = 0;
        for (int i = 0; i < found.length; i++) {
            if (i > 0 && found[i].part().start() < found[i - 1].part().end()) {
                return Optional.empty();
            }
            score += found[i].score() * parts.get(i).exact().length();
            letters += parts.get(i).exact().length();
        }
        var all = List.of(found);
        return Optional.of(new Namesakes.Anchored(
                all.stream().map(Anchor::part).toList(),
                all.stream().allMatch(Anchor::exact),
                Math.round(1000 * score / letters) / 1000.0));
    }

    /** The quotation of the new text that stands in this place; it is no longer left. Null where there is none. */
    private static Quote taken(Namesakes.Anchored place, TreeMap<Integer, Quote> left) {
        int length = length(place.parts());
        var near = new ArrayList<>(left.subMap(place.start() - length, true, place.start() + length, true)
                .entrySet());
        return near.stream()
                .filter(entry -> isCommon(place.parts(), entry.getValue().parts))
                .findFirst()
                .map(Map.Entry::getKey)
                .map(left::remove)
                .orElse(null);
    }

    private static boolean isCommon(List<Part> some, List<Part> others) {
        int common = 0;
        for (var one : some) {
            for (var other : others) {
                common += Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
            }
        }
        return common >= COMMON * (length(some) + length(others) - common);
    }

    private static int length(List<Part> parts) {
        return parts.stream().mapToInt(part -> part.end() - part.start()).sum();
    }
}
