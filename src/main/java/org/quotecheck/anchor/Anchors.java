package org.quotecheck.anchor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.quotecheck.extraction.Part;

/**
 * The places of quotes in one text: by their exact words, the best context first; otherwise where the words occur with
 * few changes; otherwise nowhere. The weights are those of Hypothesis's client (src/annotator/anchoring/match-quote),
 * the thresholds were chosen by bench/anchors. What one question costs is bounded, whatever the text.
 */
public final class Anchors {

    private static final double WORDS_WEIGHT = 50;
    private static final double CONTEXT_WEIGHT = 40;
    private static final double POSITION_WEIGHT = 2;
    private static final double WEIGHTS = WORDS_WEIGHT + CONTEXT_WEIGHT + POSITION_WEIGHT;

    /**
     * Places of the same words on each side that are looked at; and those whose context is compared letter by letter.
     */
    private static final int PLACES = 100;

    private static final int NEAR = 8;
    private static final int APPROXIMATE_PLACES = 6;
    /** Exact words with a lower score are in another context; changed words in the right one outdo them by a margin. */
    private static final double SURE = 0.8;

    private static final double MARGIN = 0.1;
    /** No other place can be meant: nothing more is looked for. */
    private static final double CERTAIN = 0.95;

    private final String original;
    private final Folded text;
    private final Map<String, int[]> places = new HashMap<>();
    private Seeds seeds;

    public Anchors(String text) {
        this.original = text;
        this.text = new Folded(text);
    }

    /**
     * @param near the code point at which the words are expected
     * @param taken code points where they do not stand, because others do
     */
    public Optional<Anchor> find(Part part, int near, BitSet taken) {
        return find(part.exact(), part.prefix(), part.suffix(), near, taken);
    }

    /** The same for words whose place nobody states; the context may be null. */
    public Optional<Anchor> find(String exact, String prefix, String suffix) {
        return find(exact, prefix, suffix, -1, new BitSet());
    }

    /**
     * Every place of the words that has this context right around it, in order.
     *
     * @param prefix null where any will do; as the suffix
     */
    public List<Part> all(String exact, String prefix, String suffix, int most) {
        var words = Quoted.of(exact, prefix, suffix);
        return words.exact().isEmpty()
                ? List.of()
                : Arrays.stream(places.computeIfAbsent(words.exact(), text::allOf))
                        .filter(start -> hasEdges(words, start, start + words.length())
                                && words.errorsBefore(text.text, start) == 0
                                && words.errorsAfter(text.text, start + words.length()) == 0)
                        .limit(most)
                        .mapToObj(start -> anchor(place(words, start, start + words.length(), 0, -1))
                                .part())
                        .toList();
    }

    /**
     * Whether two texts are the same words: marks, dashes, spaces and character references may be written differently.
     */
    public static boolean sameWords(String one, String other) {
        return one.equals(other) || Quoted.fold(one).equals(Quoted.fold(other));
    }

    /**
     * The same for words with the writer's insertions between them: what only leads to an insertion, or back from one
     * (a comma, a capital), does not count as a word.
     */
    public static boolean sameWords(List<String> some, List<String> others) {
        return sameWords(String.join(" ", some), String.join(" ", others))
                || Interrupted.of(some).isSame(Interrupted.of(others));
    }

    private Optional<Anchor> find(String exact, String prefix, String suffix, int near, BitSet taken) {
        var words = Quoted.of(exact, prefix, suffix);
        if (words.exact().isEmpty()) {
            return Optional.empty();
        }
        int expected = near < 0 ? -1 : text.find(text.utf16(near));
        var found = exactly(words, expected, taken);
        if (found.isEmpty() || found.get().score() < SURE) {
            var changed = approximately(words, expected, taken);
            // words that stand twice: these were changed, and the others were never meant
            if (changed.isPresent()
                    && (found.isEmpty() || changed.get().score() > found.get().score() + MARGIN)) {
                found = changed;
            }
        }
        return found.map(this::anchor);
    }

    private Optional<AnchorCandidate> exactly(Quoted words, int expected, BitSet taken) {
        int[] all = places.computeIfAbsent(words.exact(), text::allOf);
        if (all.length == 0) {
            return Optional.empty();
        }
        return likely(words, all, expected, taken).stream()
                .map(start -> place(words, start, start + words.length(), 0, expected))
                .map(place -> trusted(words, place))
                .max(Comparator.comparing(AnchorCandidate::exact).thenComparing(AnchorCandidate::score));
    }

    /** Free places near by, and those with most of the letters right around the words. */
    private Set<Integer> likely(Quoted words, int[] all, int expected, BitSet taken) {
        int middle = Arrays.binarySearch(all, expected);
        middle = middle < 0 ? -middle - 1 : middle;
        var chosen = new LinkedHashSet<Integer>();
        var best = new PriorityQueue<int[]>(Comparator.comparingInt(place -> place[1]));
        for (int step = -1; step <= 1; step += 2) {
            int free = 0;
            for (int i = step < 0 ? middle - 1 : middle; i >= 0 && i < all.length && free < PLACES; i += step) {
                int end = all[i] + words.length();
                if ((words.areSeveral() || hasEdges(words, all[i], end)) && isFree(all[i], end, taken)) {
                    if (free++ < NEAR) {
                        chosen.add(all[i]);
                    }
                    best.add(new int[] {all[i], words.lettersAround(text.text, all[i])});
                    if (best.size() > NEAR) {
                        best.poll();
                    }
                }
            }
        }
        best.forEach(place -> chosen.add(place[0]));
        return chosen;
    }

    /** Where the words are expected, and only then, since it costs more, where many of their letters occur. */
    private Optional<AnchorCandidate> approximately(Quoted words, int expected, BitSet taken) {
        AnchorCandidate best = null;
        if (expected >= 0) {
            best = better(best, words, expected - words.prefix().length() - Seeds.GROUP / 2, expected, taken);
            if (isCertain(best)) {
                return Optional.of(best);
            }
        }
        if (seeds == null) {
            seeds = new Seeds(text.text);
        }
        for (int start : seeds.places(words.all(), APPROXIMATE_PLACES)) {
            best = better(best, words, start, expected, taken);
            if (isCertain(best)) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isCertain(AnchorCandidate place) {
        return place != null && place.score() >= CERTAIN;
    }

    private AnchorCandidate better(AnchorCandidate known, Quoted words, int start, int expected, BitSet taken) {
        int slack = Math.min(16 + words.length() / 4, 4 * Seeds.GROUP);
        int at = start + words.prefix().length();
        int from = Math.clamp(at - slack, 0, text.length());
        int to = Math.clamp((long) at + Seeds.GROUP + words.length() + slack, 0, text.length());
        var best = known;
        for (var found : Approximation.of(words.exact(), text.text, from, to)) {
            // the words themselves, which were not trusted there, perhaps as others are grown on to them: not the
            // same words
            int errors = Math.max(1, found.errors());
            if (errors > (1 - AnchorCandidate.ALIKE) * words.length()) {
                continue;
            }
            var place = place(
                    words,
                    text.trimmedStart(found.start(), found.end()),
                    text.trimmedEnd(found.start(), found.end()),
                    errors,
                    expected);
            if (place.isClose(words)
                    && isFree(place.start(), place.end(), taken)
                    && (best == null || place.score() > best.score())) {
                best = place;
            }
        }
        return best;
    }

    private AnchorCandidate place(Quoted words, int start, int end, int errors, int expected) {
        double likeness = Math.max(0, 1 - (double) errors / words.length());
        int before = words.errorsBefore(text.text, start);
        int after = words.errorsAfter(text.text, end);
        int around = words.prefix().length() + words.suffix().length();
        double context = around == 0 ? 1 : 1 - (double) (before + after) / around;
        double position = expected < 0 ? 1 : 1 - (double) Math.abs(start - expected) / Math.max(1, text.length());
        double score = (WORDS_WEIGHT * likeness + CONTEXT_WEIGHT * context + POSITION_WEIGHT * position) / WEIGHTS;
        boolean beside =
                before <= words.prefix().length() / 2 || after <= words.suffix().length() / 2;
        return new AnchorCandidate(start, end, false, likeness, beside, score);
    }

    private boolean isFree(int start, int end, BitSet taken) {
        if (taken.isEmpty() || start >= end) {
            return true;
        }
        int next = taken.nextSetBit(text.codePoint(text.from(start)));
        return next < 0 || next >= text.codePoint(text.to(end - 1));
    }

    /** Not in the middle of longer words, unless the quote was. */
    private boolean hasEdges(Quoted words, int start, int end) {
        return (words.startsInside() || !text.isInsideWord(start)) && (words.endsInside() || !text.isInsideWord(end));
    }

    /** One or two words can occur anywhere; as a quote they are in marks, or next to what was next to them. */
    private AnchorCandidate trusted(Quoted words, AnchorCandidate place) {
        boolean meant = words.length() >= AnchorCandidate.DISTINCTIVE
                || text.isInMarks(place.start(), place.end())
                || place.beside();
        return new AnchorCandidate(
                place.start(),
                place.end(),
                meant && hasEdges(words, place.start(), place.end()),
                place.likeness(),
                place.beside(),
                place.score());
    }

    private Anchor anchor(AnchorCandidate place) {
        int from = text.from(place.start());
        int to = text.to(place.end() - 1);
        var part = Part.between(original, text.codePoint(from), text.codePoint(to), from, to);
        return new Anchor(part, place.exact(), Math.round(place.score() * 1000) / 1000.0);
    }
}
