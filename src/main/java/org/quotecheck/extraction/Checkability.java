package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How much of a quotation a fact-checker could check, from what its words show. The weights are round numbers that anyone can
 * follow; the features are those that tell check-worthy sentences in the ClaimBuster study (Hassan et al., KDD 2017).
 *
 * @param score 0 to 1
 * @param reasons what raised or lowered it
 */
public record Checkability(double score, List<String> reasons) {
    private static final double START = 0.3;
    private static final int FEW_WORDS = 5;
    private static final Set<String> QUANTITIES = Set.of("percent", "per", "cent", "million", "millions", "billion", "billions",
            "trillion",
            "thousand", "thousands", "hundred", "hundreds", "dozen", "half", "twice", "double", "majority", "dollars", "euros",
                    "rate", "average");
    private static final Set<String> COMPARISONS = Set.of("more", "less", "fewer", "most", "least", "higher", "lower", "highest",
            "lowest",
            "biggest", "largest", "than", "increased", "decreased", "rose", "fell", "doubled", "worst", "best", "first", "never",
                    "every");
    private static final Set<String> PAST = Set.of("was", "were", "had", "did", "voted", "signed", "lost", "won", "cut",
            "created", "spent",
            "paid", "passed", "killed", "built", "supported", "opposed", "happened", "said", "took", "gave", "made", "went",
                    "came", "left");
    private static final Set<String> OPINION = Set.of("think", "believe", "feel", "hope", "opinion", "should", "wish", "love",
            "hate",
            "beautiful", "great", "terrible", "wonderful", "horrible", "proud", "sad", "maybe", "perhaps", "probably", "sorry");
    private static final Set<String> PROMISE = Set.of("will", "won't", "we'll", "i'll", "going", "shall", "would", "promise",
            "let's", "must");
    private static final Set<String> GREETING = Set.of("thank", "thanks", "hello", "welcome", "congratulations", "goodbye", "sir",
            "please");

    public static Checkability of(String words) {
        List<String> reasons = new ArrayList<>();
        String[] tokens = words.toLowerCase(Locale.ROOT).replace('\u2019', '\'').split("[\\s,.;:!?\"()\u2014\u2026]+");
        double score = START;
        score += weigh(hasYear(tokens), 0.15, "year", reasons);
        score += weigh(hasNumber(tokens), 0.25, "number", reasons);
        score += weigh(hasAny(tokens, QUANTITIES), 0.15, "quantity", reasons);
        score += weigh(hasAny(tokens, COMPARISONS), 0.1, "comparison", reasons);
        score += weigh(hasAny(tokens, PAST), 0.15, "past_event", reasons);
        score -= weigh(hasAny(tokens, OPINION), 0.15, "opinion", reasons);
        score -= weigh(hasAny(tokens, PROMISE), 0.15, "promise", reasons);
        score -= weigh(words.stripTrailing().endsWith("?"), 0.2, "question", reasons);
        score -= weigh(hasAny(tokens, GREETING), 0.15, "greeting", reasons);
        score -= weigh(tokens.length < FEW_WORDS, 0.15, "few_words", reasons);
        return new Checkability(Math.round(Math.clamp(score, 0, 1) * 100) / 100.0, reasons);
    }

    private static double weigh(boolean holds, double weight, String reason, List<String> reasons) {
        if (holds) {
            reasons.add(reason);
        }
        return holds ? weight : 0;
    }

    private static boolean hasAny(String[] tokens, Set<String> words) {
        for (String token : tokens) {
            if (words.contains(token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNumber(String[] tokens) {
        for (String token : tokens) {
            if (!token.isEmpty() && token.chars().anyMatch(c -> c >= '0' && c <= '9') && !isYear(token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasYear(String[] tokens) {
        for (String token : tokens) {
            if (isYear(token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYear(String token) {
        return token.length() == 4 && (token.startsWith("19")
                || token.startsWith("20")) && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
