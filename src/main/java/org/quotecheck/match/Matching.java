package org.quotecheck.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.quotecheck.claim.ClaimView;
import org.quotecheck.search.NearClaims;
import org.quotecheck.security.Actor;

/**
 * Finds the claims that are near to some words: candidates by index, each then compared by reasons that can be
 * explained.
 */
@ApplicationScoped
public class Matching {

    /** Below it the words agree by chance. */
    private static final double LEAST = 0.2;
    /** More words cost more without telling more. */
    private static final int MAX_WORDS = 32;

    private final NearClaims nearClaims;

    Matching(NearClaims nearClaims) {
        this.nearClaims = nearClaims;
    }

    /**
     * Best first, the older first among equals. Two statements for the public, at most six for others
     *
     * @param claimant a name, or null
     */
    MatchesView match(String text, String claimant, int limit, Actor viewer) {
        var asked = Statement.of(text, null);
        var best = compared(asked, claimant, nearClaims.to(asked.folded(), words(asked), viewer));
        var ids = nearest(best, limit);
        var items = new ArrayList<MatchesView.MatchView>();
        for (ClaimView claim : nearClaims.views(ids, viewer)) {
            var comparison = best.get(claim.id());
            items.add(new MatchesView.MatchView(
                    claim, comparison.score(), Reason.english(comparison.reasons()), comparison.reasons()));
        }
        return new MatchesView(items);
    }

    /**
     * A published claim that is near to a text.
     *
     * @param score 0 to 1; at {@value Comparison#SAME} or more nothing suggests that they are different
     * @param why the reasons in English
     */
    public record PublishedMatch(UUID id, double score, List<String> why, List<Reason> reasons) {

        private static PublishedMatch of(UUID id, Comparison comparison) {
            return new PublishedMatch(
                    id, comparison.score(), Reason.english(comparison.reasons()), comparison.reasons());
        }
    }

    /** Of each text its nearest published claims, best first. One statement for all; none without texts. */
    public List<List<PublishedMatch>> published(List<String> texts, int limit) {
        if (texts.isEmpty()) {
            return List.of();
        }
        var asked = texts.stream().map(text -> Statement.of(text, null)).toList();
        var near = nearClaims.published(asked.stream()
                .map(statement -> new NearClaims.Sought(statement.folded(), words(statement)))
                .toList());
        return IntStream.range(0, asked.size())
                .mapToObj(i -> {
                    var best = compared(asked.get(i), null, near.get(i));
                    return nearest(best, limit).stream()
                            .map(id -> PublishedMatch.of(id, best.get(id)))
                            .toList();
                })
                .toList();
    }

    private static Map<UUID, Comparison> compared(Statement asked, String claimant, List<NearClaims.Near> candidates) {
        var sentences = asked.sentences();
        var best = new LinkedHashMap<UUID, Comparison>();
        for (var near : candidates) {
            var comparison = Comparison.ofLonger(
                    asked.readAs(near.language()),
                    sentences,
                    claimant,
                    Statement.of(near.text(), near.language()),
                    near.claimant());
            best.merge(
                    near.id(),
                    near.duplicate() ? comparison.ofDuplicate() : comparison,
                    (a, b) -> a.score() >= b.score() ? a : b);
        }
        return best;
    }

    private static List<UUID> nearest(Map<UUID, Comparison> best, int limit) {
        return best.entrySet().stream()
                .filter(entry -> entry.getValue().score() >= LEAST)
                .sorted(Comparator.<Map.Entry<UUID, Comparison>>comparingDouble(
                                entry -> -entry.getValue().score())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }

    /** What the index is asked for: the longest words that say something, and all numbers; all words if none does. */
    private static Set<String> words(Statement asked) {
        var words = new LinkedHashSet<String>();
        asked.quantities()
                .forEach(quantity ->
                        words.addAll(List.of(Term.fold(quantity.words()).split(" "))));
        asked.terms().stream()
                .map(Term::folded)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(words::add);
        if (words.isEmpty()) {
            words.addAll(List.of(asked.folded().split(" ")));
        }
        return words.stream().limit(MAX_WORDS).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }
}
