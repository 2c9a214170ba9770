package org.quotecheck.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quotecheck.match.Reason.Why;
import org.quotecheck.statement.SearchText;

/**
 * How near one claim is to another, and why. Agreement of words makes the score; anything that distinguishes the two (a
 * denial, a number, a name, a claimant) lowers it so far that they never count as the same.
 *
 * @param score 0 to 1; at {@value #SAME} or more nothing suggests that they are different claims
 * @param reasons what agrees first
 */
record Comparison(double score, List<Reason> reasons) {

    static final double SAME = 0.7;
    private static final double DENIED = 0.45;
    private static final double OTHER_NUMBER = 0.45;
    private static final double OTHER_CHANGE = 0.6;
    private static final double OTHER_BOUND = 0.8;
    private static final double REVERSED = 0.6;
    private static final double CONDITIONAL = 0.8;
    /** A claim in a longer text stands among other words, which may say more of it. */
    private static final double IN_LONGER_TEXT = 0.95;

    private static final double OPPOSITE = 0.5;
    private static final double OTHER_NAME = 0.6;
    /** In an otherwise identical sentence a word is seldom replaced by one for the same thing. */
    private static final double OTHER_WORD = 0.75;

    private static final double OTHER_CLAIMANT = 0.65;
    /** What differs in several ways is still about the same thing. */
    private static final double LEAST_FACTOR = 0.3;

    private static final double MISSING_NUMBER = 0.9;
    private static final double MISSING_NAME = 0.85;
    /** Words of another language agree by chance of spelling, or as words for the same thing. */
    private static final double OTHER_LANGUAGE = 0.9;

    private static final double WORDS_WEIGHT = 0.8;
    private static final double QUANTITY_WEIGHT = 1.5;
    private static final double NAME_WEIGHT = 1.5;

    /** @param claimantA who said so, or null; b likewise */
    static Comparison of(Statement a, String claimantA, Statement b, String claimantB) {
        var reasons = new ArrayList<Reason>();
        boolean equal = a.folded().equals(b.folded());
        boolean otherLanguage =
                a.language() != null && b.language() != null && !a.language().equals(b.language()) && !equal;
        var alignment = Alignment.of(a.terms(), b.terms());
        var quantities = QuantityComparison.of(a.quantities(), b.quantities());
        double score = equal ? 1 : words(a, b, alignment, quantities, otherLanguage);
        reasons.add(
                equal
                        ? Reason.of(Why.SAME_WORDS)
                        : Reason.wordsAgree(
                                alignment.agreeing(),
                                Math.max(a.terms().size(), b.terms().size())));
        if (otherLanguage) {
            reasons.add(Reason.of(Why.OTHER_LANGUAGE, a.language(), b.language()));
            score *= OTHER_LANGUAGE;
        }
        if (!quantities.agreeing().isEmpty()) {
            reasons.add(Reason.of(Why.NUMBERS_AGREE, String.join(", ", quantities.agreeing()), null));
        }
        double said = claimant(claimantA, claimantB, reasons);
        score *= Math.max(LEAST_FACTOR, equal ? said : said * contradictions(a, b, alignment, quantities, reasons));
        return new Comparison(round(score), List.copyOf(reasons));
    }

    /**
     * Of a text that may be longer than the claim: as a whole, or the one of its sentences that is nearest.
     *
     * @param claimantA who said so, or null; b likewise
     */
    static Comparison ofLonger(
            Statement a, List<Statement> sentences, String claimantA, Statement b, String claimantB) {
        var whole = of(a, claimantA, b, claimantB);
        if (sentences.size() < 2 || a.terms().size() <= b.terms().size()) {
            return whole;
        }
        boolean denied = a.negated() && sentences.stream().anyMatch(Statement::isRefutationAlone);
        return sentences.stream()
                .map(sentence -> of(denied ? sentence.contradicted() : sentence, claimantA, b, claimantB))
                .map(Comparison::inLongerText)
                .reduce(whole, (best, next) -> next.score > best.score ? next : best);
    }

    private Comparison inLongerText() {
        return new Comparison(
                round(score * IN_LONGER_TEXT),
                Stream.concat(reasons.stream(), Stream.of(Reason.of(Why.IN_LONGER_TEXT)))
                        .toList());
    }

    private static double round(double score) {
        return Math.round(score * 100) / 100.0;
    }

    /** The same of a duplicate's words, where its survivor is meant. */
    Comparison ofDuplicate() {
        return new Comparison(
                score,
                Stream.concat(reasons.stream(), Stream.of(Reason.of(Why.IN_DUPLICATE)))
                        .toList());
    }

    private static double words(
            Statement a, Statement b, Alignment alignment, QuantityComparison quantities, boolean otherLanguage) {
        double agreeing = alignment.weight(Comparison::weight)
                + 2 * QUANTITY_WEIGHT * quantities.agreeing().size();
        double all = total(a) + total(b);
        double dice = all == 0 ? 0 : Math.min(1, agreeing / all);
        return otherLanguage ? dice : WORDS_WEIGHT * dice + (1 - WORDS_WEIGHT) * Term.dice(a.pairs(), b.pairs());
    }

    private static double total(Statement statement) {
        return statement.terms().stream().mapToDouble(Comparison::weight).sum()
                + QUANTITY_WEIGHT * statement.quantities().size();
    }

    private static double weight(Term term) {
        return term.isName() ? NAME_WEIGHT : 1;
    }

    private static double contradictions(
            Statement a, Statement b, Alignment alignment, QuantityComparison quantities, List<Reason> reasons) {
        double factor = 1;
        if (a.negated() != b.negated()) {
            reasons.add(Reason.of(Why.ONE_DENIES));
            factor *= DENIED;
        } else if (denyOtherThings(a, b)) {
            reasons.add(Reason.of(Why.OTHER_DENIAL));
            factor *= DENIED;
        }
        if (quantities.conflict() != null) {
            reasons.add(quantities.conflict());
            factor *= OTHER_NUMBER;
        } else if (quantities.missing() != null) {
            reasons.add(quantities.missing());
            factor *= MISSING_NUMBER;
        }
        if (quantities.otherBounds() != null) {
            reasons.add(quantities.otherBounds());
            factor *= OTHER_BOUND;
        }
        if (quantities.otherChanges() != null && a.isOfChange() && b.isOfChange()) {
            reasons.add(quantities.otherChanges());
            factor *= OTHER_CHANGE;
        }
        if (a.conditional() != b.conditional()) {
            reasons.add(Reason.of(Why.ONE_CONDITION));
            factor *= CONDITIONAL;
        }
        if (isTurnedRound(a, b, alignment)) {
            reasons.add(Reason.of(Why.TURNED_ROUND));
            factor *= REVERSED;
        }
        var opposites = opposites(a, b);
        if (!opposites.isEmpty()) {
            reasons.add(opposites.getFirst());
            factor *= OPPOSITE;
        }
        var here = names(alignment.onlyA(), term -> !b.says(term.folded()));
        var there = names(alignment.onlyB(), term -> !a.says(term.folded()));
        if (!here.isEmpty() && !there.isEmpty()) {
            reasons.add(Reason.of(Why.OTHER_NAME, here, there));
            factor *= OTHER_NAME;
        } else if (!here.isEmpty() || !there.isEmpty()) {
            reasons.add(Reason.of(Why.NAME_MISSING, here.isEmpty() ? null : here, there.isEmpty() ? null : there));
            factor *= MISSING_NAME;
        }
        if (factor == 1 && alignment.isReplacement()) {
            reasons.add(Reason.of(Why.OTHER_WORD, written(alignment.onlyA()), written(alignment.onlyB())));
            factor *= OTHER_WORD;
        }
        return factor;
    }

    /** Only where all words agree, in one language whose word order tells. */
    private static boolean isTurnedRound(Statement a, Statement b, Alignment alignment) {
        if (a.language() == null
                || !a.language().equals(b.language())
                || !Vocabulary.KNOWN.hasPassive(a.language())
                || !alignment.isNearlyWhole()) {
            return false;
        }
        return a.passive() == b.passive()
                ? alignment.isExchange() && a.functionWords().equals(b.functionWords())
                : alignment.keepsNamesAtItsEnds();
    }

    private static String written(List<Term> terms) {
        return terms.stream().map(Term::written).collect(Collectors.joining(" "));
    }

    /**
     * What one says and the other says the opposite of; a claim that says both, as "fell, then rose", contradicts
     * neither.
     */
    private static List<Reason> opposites(Statement a, Statement b) {
        var found = new ArrayList<Reason>();
        for (var concept : a.concepts()) {
            for (var opposite : Vocabulary.KNOWN.opposites(concept)) {
                if (b.concepts().contains(opposite)
                        && !b.concepts().contains(concept)
                        && !a.concepts().contains(opposite)) {
                    found.add(Reason.of(Why.OPPOSITE, concept, opposite));
                }
            }
        }
        found.sort(Comparator.comparing(Reason::here).thenComparing(Reason::there));
        return found;
    }

    /** What one denies the other says, and vice versa. */
    private static boolean denyOtherThings(Statement a, Statement b) {
        return a.negated()
                && b.negated()
                && Collections.disjoint(a.denied(), b.denied())
                && a.denied().stream().anyMatch(b::says)
                && b.denied().stream().anyMatch(a::says);
    }

    private static String names(List<Term> terms, Predicate<Term> missing) {
        return terms.stream()
                .filter(Term::isName)
                .filter(missing)
                .map(Term::written)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static boolean isSpelledOtherwise(List<String> a, List<String> b) {
        return a.size() == b.size()
                && IntStream.range(0, a.size())
                        .allMatch(i -> a.get(i).equals(b.get(i)) || Transliteration.isSameName(a.get(i), b.get(i)));
    }

    private static double claimant(String a, String b, List<Reason> reasons) {
        if (a == null || b == null) {
            return 1;
        }
        var here = List.of(SearchText.fold(a).split(" "));
        var there = List.of(SearchText.fold(b).split(" "));
        if (here.equals(there)) {
            reasons.add(Reason.of(Why.SAME_CLAIMANT));
            return 1;
        }
        boolean shorter =
                here.getLast().equals(there.getLast()) && (here.containsAll(there) || there.containsAll(here));
        if (shorter || isSpelledOtherwise(here, there)) {
            reasons.add(Reason.of(Why.SIMILAR_CLAIMANT, a, b));
            return 1;
        }
        reasons.add(Reason.of(Why.OTHER_CLAIMANT, a, b));
        return OTHER_CLAIMANT;
    }
}
