package org.quotecheck.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What words.txt says about folded words: which say nothing, which deny or refute, which name one thing, which are
 * numbers and which turn a number into a bound.
 */
final class Vocabulary {

    /** What a word says about the number next to it: "more than 5" is over it. */
    enum Bound {
        NONE,
        OVER,
        UNDER
    }

    /** "Rose to 5", "by 5", "from 5". */
    enum Change {
        NONE,
        TO,
        BY,
        FROM
    }

    static final Vocabulary KNOWN = new Vocabulary();
    private static final int SHORTEST_PREFIX = 2;
    /** No listed prefix is longer, and a word may have any length. */
    private static final int LONGEST_PREFIX = 24;

    private static final String AFTER = "… ";

    private final Map<String, Set<String>> functions = new LinkedHashMap<>();
    private final Map<String, Set<String>> negations = new HashMap<>();
    private final Set<String> anyNegation = new HashSet<>();
    private final List<String> denyingNothing = new ArrayList<>();
    private final Map<String, String> concepts = new HashMap<>();
    private final Map<String, Set<String>> opposites = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Double> multipliers = new HashMap<>();
    private final Set<String> titles = new HashSet<>();
    private final Map<String, Set<String>> refutations = new HashMap<>();
    private final Set<String> anyRefutation = new HashSet<>();
    private final Map<String, Set<String>> conditions = new HashMap<>();
    private final Map<Change, Map<String, Set<String>>> changes = new EnumMap<>(Change.class);
    private final Map<Bound, List<String>> bounds = new EnumMap<>(Bound.class);
    private final Map<String, Set<String>> auxiliaries = new HashMap<>();
    private final Map<String, Set<String>> agents = new HashMap<>();
    private final Map<String, String> signs = new HashMap<>();

    private Vocabulary() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Vocabulary.class.getResourceAsStream("words.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        negations.values().forEach(anyNegation::addAll);
        refutations.values().forEach(anyRefutation::addAll);
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
            case "refute" -> refutations.put(head[1], new HashSet<>(words));
            case "condition" -> conditions.put(head[1], new HashSet<>(words));
            case "to", "by", "from" ->
                changes.computeIfAbsent(Change.valueOf(head[0].toUpperCase(Locale.ROOT)), change -> new HashMap<>())
                        .put(head[1], new HashSet<>(words));
            case "over", "under" ->
                bounds.put(
                        Bound.valueOf(head[0].toUpperCase(Locale.ROOT)),
                        Arrays.stream(rest.split("\\|")).map(String::strip).toList());
            case "passive" -> {
                var sides = rest.split("\\|");
                auxiliaries.put(head[1], Set.of(sides[0].strip().split(" ")));
                agents.put(head[1], Set.of(sides[1].strip().split(" ")));
            }
            case "sign" -> signs.put(head[1], rest);
            case "number" -> words.forEach(word -> numbers.put(word, Double.valueOf(head[1])));
            case "times" -> words.forEach(word -> multipliers.put(word, Double.valueOf(head[1])));
            case "titles" -> titles.addAll(words);
            default -> throw new IllegalStateException(line);
        }
    }

    /** The language that most of these function words belong to; empty where no single one has most. */
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

    /** @param language as for {@link #isFunction} */
    boolean isRefutation(String word, String language) {
        return refutations.getOrDefault(language, anyRefutation).contains(word);
    }

    boolean isCondition(String word, String language) {
        return conditions.getOrDefault(language, Set.of()).contains(word);
    }

    /** What that word before a number says about a change in this language. */
    Change change(String word, String language) {
        return changes.entrySet().stream()
                .filter(entry ->
                        entry.getValue().getOrDefault(language, Set.of()).contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Change.NONE);
    }

    /** What the folded words around a number make of it. */
    Bound bound(String before, String after) {
        var bound = Bound.NONE;
        int longest = 0;
        for (var entry : bounds.entrySet()) {
            for (var phrase : entry.getValue()) {
                boolean found = phrase.startsWith(AFTER)
                        ? follows(phrase.substring(AFTER.length()), after)
                        : (' ' + before).endsWith(' ' + phrase);
                if (found && phrase.length() > longest) {
                    bound = entry.getKey();
                    longest = phrase.length();
                }
            }
        }
        return bound;
    }

    /** At once, or after the name of what is counted. */
    private static boolean follows(String phrase, String after) {
        return (after + ' ').startsWith(phrase + ' ')
                || (after.substring(after.indexOf(' ') + 1) + ' ').startsWith(phrase + ' ');
    }

    /** Whether the order of words shows who does what in this language. */
    boolean hasPassive(String language) {
        return auxiliaries.containsKey(language);
    }

    boolean isAuxiliary(String word, String language) {
        return auxiliaries.getOrDefault(language, Set.of()).contains(word);
    }

    /** Whether the word comes before the agent of a passive sentence. */
    boolean isAgentMark(String word, String language) {
        return agents.getOrDefault(language, Set.of()).contains(word);
    }

    /** The text with the names of currencies in place of their signs. */
    String withoutSigns(String text) {
        var named = text;
        for (var sign : signs.entrySet()) {
            named = named.replace(sign.getKey(), ' ' + sign.getValue() + ' ');
        }
        return named;
    }

    boolean isCurrency(String word) {
        return signs.containsValue(word) || signs.containsValue(String.valueOf(concept(word)));
    }

    /** Folded words separated and surrounded by spaces, without phrases such as "not only", which deny nothing. */
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

    /** By the whole word, otherwise by the longest listed prefix. */
    private static <T> T find(Map<String, T> listed, String word) {
        var found = listed.get(word);
        for (int end = Math.min(word.length(), LONGEST_PREFIX); found == null && end >= SHORTEST_PREFIX; end--) {
            found = listed.get(word.substring(0, end) + '*');
        }
        return found;
    }
}
