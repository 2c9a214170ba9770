package org.quotecheck.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What words.txt says of folded words: which say nothing, which deny, which name one thing, which are numbers. */
final class Words {

    static final Words KNOWN = new Words();
    private static final int SHORTEST_PREFIX = 2;

    private final Map<String, Set<String>> functions = new LinkedHashMap<>();
    private final Map<String, Set<String>> negations = new HashMap<>();
    private final Set<String> anyNegation = new HashSet<>();
    private final List<String> denyingNothing = new ArrayList<>();
    private final Map<String, String> concepts = new HashMap<>();
    private final Map<String, Set<String>> opposites = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Double> multipliers = new HashMap<>();
    private final Set<String> titles = new HashSet<>();

    private Words() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Words.class.getResourceAsStream("words.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        negations.values().forEach(anyNegation::addAll);
        // a word that denies says something in its own language; elsewhere it may say nothing, as "no" in Portuguese
        negations.keySet().forEach(language -> functions.get(language).removeAll(negations.get(language)));
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        var head = line.substring(0, colon).split(" ");
        var rest = line.substring(colon + 1).strip();
        var words = List.of(rest.split("\\s+"));
        switch (head[0]) {
            case "function" -> functions.put(head[1], new HashSet<>(words));
            case "not" -> negations.put(head[1], new HashSet<>(words));
            case "but" ->
                Arrays.stream(rest.split("\\|"))
                        .map(phrase -> ' ' + phrase.strip() + ' ')
                        .forEach(denyingNothing::add);
            case "concept" -> words.forEach(word -> concepts.putIfAbsent(word, head[1]));
            case "opposites" ->
                Arrays.stream(rest.split("\\|"))
                        .map(pair -> pair.strip().split(" "))
                        .forEach(pair -> {
                            opposites
                                    .computeIfAbsent(pair[0], name -> new HashSet<>())
                                    .add(pair[1]);
                            opposites
                                    .computeIfAbsent(pair[1], name -> new HashSet<>())
                                    .add(pair[0]);
                        });
            case "number" -> words.forEach(word -> numbers.put(word, Double.valueOf(head[1])));
            case "times" -> words.forEach(word -> multipliers.put(word, Double.valueOf(head[1])));
            case "titles" -> titles.addAll(words);
            default -> throw new IllegalStateException(line);
        }
    }

    /** The language whose function words are most of these; empty where no one has most. */
    Optional<String> language(Collection<String> words) {
        String best = null;
        long most = 0;
        for (var language : functions.keySet()) {
            long hits = words.stream()
                    .filter(word -> functions.get(language).contains(word)
                            || negations.get(language).contains(word))
                    .count();
            if (hits > most) {
                most = hits;
                best = language;
            } else if (hits == most) {
                best = null;
            }
        }
        return Optional.ofNullable(best);
    }

    /** @param language a primary subtag; null or one that is not known means any of them */
    boolean isFunction(String word, String language) {
        var known = functions.get(language);
        return known != null
                ? known.contains(word)
                : functions.values().stream().anyMatch(words -> words.contains(word));
    }

    /** @param language as for {@link #isFunction} */
    boolean isNegation(String word, String language) {
        return negations.getOrDefault(language, anyNegation).contains(word);
    }

    /** Folded words parted and surrounded by blanks, without phrases such as "not only", which deny nothing. */
    String withoutEmptyNegations(String words) {
        var rest = words;
        for (var phrase : denyingNothing) {
            rest = rest.replace(phrase, " ");
        }
        return rest;
    }

    /** The name of what a word stands for, or null. */
    String concept(String word) {
        return find(concepts, word);
    }

    Set<String> opposites(String concept) {
        return opposites.getOrDefault(concept, Set.of());
    }

    boolean isTitle(String word) {
        return titles.contains(word);
    }

    Double number(String word) {
        return numbers.get(word);
    }

    Double multiplier(String word) {
        return find(multipliers, word);
    }

    /** By the whole word, else by the longest prefix that is listed. */
    private static <T> T find(Map<String, T> listed, String word) {
        var found = listed.get(word);
        for (int end = word.length(); found == null && end >= SHORTEST_PREFIX; end--) {
            found = listed.get(word.substring(0, end) + '*');
        }
        return found;
    }
}
