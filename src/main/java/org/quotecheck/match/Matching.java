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
import org.quotecheck.claim.ClaimView;
import org.quotecheck.search.NearClaims;
import org.quotecheck.security.Actor;

/**
 * Finds the claims that are near to some words: candidates by index, then each compared by reasons that can be told.
 */
@ApplicationScoped
class Matching {

    /** Below it the words agree by chance. */
    private static final double LEAST = 0.2;
    /** More words cost more and tell no more. */
    private static final int MAX_WORDS = 32;

    private final NearClaims nearClaims;

    Matching(NearClaims nearClaims) {
        this.nearClaims = nearClaims;
    }

    /**
     * Best first, the older first among equals. Five statements
     *
     * @param claimant a name, or null
     */
    MatchesView match(String text, String claimant, int limit, Actor viewer) {
        var asked = Statement.of(text, null);
        var sentences = asked.sentences();
        var best = new LinkedHashMap<UUID, Comparison>();
        for (var near : nearClaims.to(asked.folded(), words(asked), viewer)) {
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
        var ids = best.entrySet().stream()
                .filter(entry -> entry.getValue().score() >= LEAST)
                .sorted(Comparator.<Map.Entry<UUID, Comparison>>comparingDouble(
                                entry -> -entry.getValue().score())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        var items = new ArrayList<MatchesView.MatchView>();
        for (ClaimView claim : nearClaims.views(ids, viewer)) {
            var comparison = best.get(claim.id());
            items.add(new MatchesView.MatchView(claim, comparison.score(), comparison.why()));
        }
        return new MatchesView(items);
    }

    /**
     * What the index is asked for: the longest words that say something, and all numbers; all words where nothing does.
     */
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
