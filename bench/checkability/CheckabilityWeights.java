package org.quotecheck.checkability;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.quotecheck.stage.Ratios;

/**
 * Learns the weights of checkability-en.txt by logistic regression, and says how well they rank sentences of debates
 * that were left out. Prints average precision and AUC for each debate and for all, what the shipped weights reach on
 * all (which they have seen), then the weights learned from all.
 */
final class CheckabilityWeights {
    private static final double RIDGE = 3;
    private static final int STEPS = 12;

    private record Sentence(String debate, boolean checkWorthy, double[] values) {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper json = new ObjectMapper();
        CheckabilityFeatures features = CheckabilityFeatures.english();
        List<Sentence> all = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            var node = json.readTree(line);
            all.add(new Sentence(
                    node.get("debate").asText(),
                    node.get("label").asText().equals("check-worthy"),
                    features.of(node.get("text").asText())));
        }
        double[] scores = new double[all.size()];
        System.out.println("debate        sentences  check-worthy     AP    AUC");
        for (String debate :
                all.stream().map(Sentence::debate).distinct().sorted().toList()) {
            double[] weights =
                    learn(all.stream().filter(s -> !s.debate().equals(debate)).toList());
            int[] left = IntStream.range(0, scores.length)
                    .filter(i -> all.get(i).debate().equals(debate))
                    .toArray();
            for (int i : left) {
                scores[i] = dot(weights, all.get(i).values());
            }
            print(
                    debate,
                    Arrays.stream(left).mapToObj(all::get).toList(),
                    Arrays.stream(left).mapToDouble(i -> scores[i]).toArray());
        }
        print("all, left out", all, scores);
        print(
                "all, shipped",
                all,
                all.stream().mapToDouble(s -> shipped(features, s)).toArray());
        System.out.println();
        double[] weights = learn(all);
        for (int i = 0; i < weights.length; i++) {
            System.out.printf(Locale.ROOT, "[%s] %.2f%n", features.name(i), weights[i]);
        }
    }

    private static double shipped(CheckabilityFeatures features, Sentence sentence) {
        return dot(
                IntStream.range(0, sentence.values().length)
                        .mapToDouble(features::weight)
                        .toArray(),
                sentence.values());
    }

    /** Newton's method; the ridge keeps rare features modest, and leaves the first one, the bias, alone. */
    private static double[] learn(List<Sentence> sentences) {
        int size = sentences.getFirst().values().length;
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[size][size + 1];
            for (Sentence sentence : sentences) {
                double[] x = sentence.values();
                double p = 1 / (1 + Math.exp(-dot(weights, x)));
                double error = (sentence.checkWorthy() ? 1 : 0) - p;
                for (int i = 0; i < size; i++) {
                    if (x[i] != 0) {
                        system[i][size] += error * x[i];
                        for (int j = 0; j < size; j++) {
                            system[i][j] += p * (1 - p) * x[i] * x[j];
                        }
                    }
                }
            }
            for (int i = 1; i < size; i++) {
                system[i][i] += RIDGE;
                system[i][size] -= RIDGE * weights[i];
            }
            solve(system);
            for (int i = 0; i < size; i++) {
                weights[i] += system[i][size];
            }
        }
        return weights;
    }

    /** Gauss and Jordan; the solution stands in the last column. */
    private static void solve(double[][] system) {
        int size = system.length;
        for (int i = 0; i < size; i++) {
            int column = i;
            int pivot = IntStream.range(i, size)
                    .boxed()
                    .max(Comparator.comparingDouble(r -> Math.abs(system[r][column])))
                    .orElseThrow();
            double[] row = system[pivot];
            system[pivot] = system[i];
            system[i] = row;
            double divisor = row[i];
            for (int j = i; j <= size; j++) {
                row[j] /= divisor;
            }
            for (int r = 0; r < size; r++) {
                double factor = system[r][i];
                if (r != i && factor != 0) {
                    for (int j = i; j <= size; j++) {
                        system[r][j] -= factor * row[j];
                    }
                }
            }
        }
    }

    private static double dot(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    private static void print(String name, List<Sentence> sentences, double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
        long positives = sentences.stream().filter(Sentence::checkWorthy).count();
        double precision = 0;
        int found = 0;
        double pairs = 0;
        for (int rank = 0; rank < order.length; ) {
            // sentences of one score stand together: each has the precision of the last of them
            int end = rank;
            int here = 0;
            while (end < order.length && scores[order[end]] == scores[order[rank]]) {
                here += sentences.get(order[end++]).checkWorthy() ? 1 : 0;
            }
            int others = end - rank - here;
            pairs += others * (found + here / 2.0);
            found += here;
            precision += here * (double) found / end;
            rank = end;
        }
        double area = pairs / (positives * (double) (scores.length - positives));
        System.out.printf(
                Locale.ROOT,
                "%-14s %8d %13d  %.3f  %.3f%n",
                name,
                scores.length,
                positives,
                precision / positives,
                area);
        Ratios.tell("checkability", name + ": average precision", "of 1", precision / positives, 1);
        Ratios.tell("checkability", name + ": area under the curve", "of 1", area, 1);
    }
}
