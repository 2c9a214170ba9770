package org.quotecheck.checkability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much of a quotation a fact-checker could check, from what its words show: a logistic model of few features that
 * anyone can follow ({@link CheckabilityFeatures}). The features are those that tell check-worthy sentences in the
 * ClaimBuster study (Hassan et al., KDD 2017).
 *
 * @param score 0 to 1; it ranks, and says nothing of truth
 * @param reasons names of the features that raised or lowered it, the strongest first
 */
public record Checkability(double score, List<String> reasons) {
    /** A weaker feature is not a reason that helps a reader. */
    private static final double WORTH_TELLING = 0.15;

    /** @param words any English text; a text in another language shows little of what is looked for */
    public static Checkability of(String words) {
        CheckabilityFeatures features = CheckabilityFeatures.english();
        double[] values = features.of(words);
        double sum = 0;
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double weight = features.weight(i) * values[i];
            sum += weight;
            if (features.isReason(i) && Math.abs(weight) >= WORTH_TELLING) {
                contributions.add(new Contribution(features.name(i), Math.abs(weight)));
            }
        }
        contributions.sort(Comparator.comparingDouble(Contribution::weight).reversed());
        return new Checkability(
                Math.round(100 / (1 + Math.exp(-sum))) / 100.0,
                contributions.stream().map(Contribution::name).toList());
    }

    private record Contribution(String name, double weight) {}
}
