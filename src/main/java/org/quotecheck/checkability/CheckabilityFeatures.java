package org.quotecheck.checkability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the words of a statement show about its checkability, and how much each counts: features of a resource that
 * anyone can read, those with words by counting them, the others by rules. Read when the first quotation needs them;
 * linear in the text.
 */
final class CheckabilityFeatures {
    private static final class EnglishFeatures {
        static final CheckabilityFeatures FEATURES = new CheckabilityFeatures("checkability-en.txt");
    }

    /** The third word of a kind adds nothing new. */
    private static final int MOST = 2;

    private static final String BETWEEN_WORDS = " \t\n\u000b\f\r;:!?\"()\u201c\u201d\u2014\u2026";
    private static final Pattern YEAR = Pattern.compile("(1[89]|20)[0-9]{2}('?s)?");

    private final List<String> names = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final Map<String, int[]> features = new HashMap<>();

    private CheckabilityFeatures(String resource) {
        try (var lines = new BufferedReader(new InputStreamReader(
                CheckabilityFeatures.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    int end = line.indexOf(']');
                    names.add(line.substring(1, end));
                    weights.add(Double.valueOf(line.substring(end + 1).strip()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    for (String word : line.split(" ")) {
                        features.merge(word, new int[] {names.size() - 1}, CheckabilityFeatures::both);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CheckabilityFeatures english() {
        return EnglishFeatures.FEATURES;
    }

    List<String> names() {
        return names;
    }

    double weight(int feature) {
        return weights.get(feature);
    }

    String name(int feature) {
        return names.get(feature);
    }

    /** All but the bias, which every statement has. */
    boolean isReason(int feature) {
        return !names.get(feature).equals("bias");
    }

    /** Each feature's value, in the resource's order. */
    double[] of(String statement) {
        int[] counts = new int[names.size()];
        boolean first = true;
        String text = statement.replace('\u2019', '\'');
        for (int start = 0, end; start < text.length(); start = end + 1) {
            for (end = start; end < text.length() && BETWEEN_WORDS.indexOf(text.charAt(end)) < 0; ) {
                end++;
            }
            String bare = withoutPunctuation(text.substring(start, end));
            if (!bare.isEmpty()) {
                count(bare, first, counts);
                first = false;
            }
        }
        double[] values = new double[counts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(counts[i], MOST);
        }
        values[names.indexOf("bias")] = 1;
        values[names.indexOf("question")] = statement.stripTrailing().endsWith("?") ? 1 : 0;
        return values;
    }

    private void count(String word, boolean first, int[] counts) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int feature : features.getOrDefault(lower, new int[0])) {
            counts[feature]++;
        }
        if (YEAR.matcher(word).matches()) {
            counts[names.indexOf("year")]++;
        } else if (word.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            counts[names.indexOf("number")]++;
        } else if (!first && Character.isUpperCase(word.charAt(0)) && !word.equals("I") && !word.startsWith("I'")) {
            counts[names.indexOf("name")]++;
        } else if (lower.length() > 4 && lower.endsWith("ed")) {
            counts[names.indexOf("past_form")]++;
        }
    }

    /** Without what surrounds it; "U.S." loses its last dot, "1,000" keeps its comma. */
    private static String withoutPunctuation(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && ".,'".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ".,'".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }

    private static int[] both(int[] some, int[] more) {
        int[] all = new int[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
