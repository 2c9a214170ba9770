package org.quotecheck.verdict;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quotecheck.statement.LanguageTag;

/**
 * The words for ratings and quote verdicts, and those of cards, by language: {@code labels/<language>.properties};
 * English for all others.
 */
public final class Labels {

    private static final String FALLBACK = "en";
    /** The words of cards are ours: they are made for each other. */
    private static final Pattern OVERRIDDEN = Pattern.compile("(definition\\.)?(rating|quote_verdict)\\.[a-z_]+");

    private static final Set<String> LANGUAGES = Set.of("ar", "de", FALLBACK, "es", "fr", "it", "pl", "pt", "ru", "uk");
    /** Read when the class is, so that a native executable has them ready-made. */
    private static final Map<String, Properties> LABELS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Labels::load));

    /** Labels that a language lacks, as {@code language: key}; English stands in for them. */
    static final List<String> MISSING = missing(LABELS);

    /** What a deployment words differently: by {@code language.key}. Not among the ready-made ones of an executable. */
    private static volatile Map<String, String> own = Map.of();

    private Labels() {}

    /**
     * Takes a deployment's own words in place of ours
     *
     * @param properties lines of {@code language.key = words}; null for none
     * @throws IllegalArgumentException that names what is not one of our labels, or has no words
     */
    public static void override(String properties) {
        var given = new Properties();
        try {
            given.load(new StringReader(properties == null ? "" : properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var labels = new TreeMap<String, String>();
        for (var name : new TreeSet<>(given.stringPropertyNames())) {
            int dot = name.indexOf('.');
            var language = dot < 0 ? "" : name.substring(0, dot);
            boolean known = LANGUAGES.contains(language)
                    && OVERRIDDEN.matcher(name.substring(dot + 1)).matches()
                    && LABELS.get(FALLBACK).containsKey(name.substring(dot + 1));
            if (!known || given.getProperty(name).isBlank()) {
                throw new IllegalArgumentException(
                        name + " must be a language, then rating, quote_verdict or definition, as in en.rating.false");
            }
            labels.put(name, given.getProperty(name).strip());
        }
        own = Map.copyOf(labels);
    }

    /** What it means, in words for readers. */
    public static String definition(Rating rating, String language) {
        return label("definition." + key(rating), language);
    }

    public static String definition(QuoteVerdict verdict, String language) {
        return label("definition." + key(verdict), language);
    }

    /** Those that labels are in, in alphabetical order. */
    static SortedSet<String> languages() {
        return new TreeSet<>(LANGUAGES);
    }

    /**
     * Null for null
     *
     * @param language BCP 47; only the language subtag counts
     */
    public static String of(Rating rating, String language) {
        return rating == null ? null : label(key(rating), language);
    }

    /**
     * Whether its words are ours, which pictures of them show, and not a deployment's
     *
     * @param rating null for none, for which the words are always ours
     */
    public static boolean isOurs(Rating rating, String language) {
        return rating == null || !own.containsKey(resolve(language) + '.' + key(rating));
    }

    public static String of(QuoteVerdict verdict, String language) {
        return verdict == null ? null : label(key(verdict), language);
    }

    /** The language that labels for this one come in. */
    public static String resolve(String language) {
        var subtag = LanguageTag.primary(language);
        return subtag != null && LANGUAGES.contains(subtag) ? subtag : FALLBACK;
    }

    /**
     * Any other of the words that cards and lists are made of
     *
     * @param key as in the properties, such as {@code card.read}
     */
    public static String word(String key, String language) {
        return label(key, language);
    }

    /** In alphabetical order. */
    static List<String> missing(Map<String, Properties> labels) {
        var keys = Stream.of(
                        Arrays.stream(Rating.values()).map(Labels::key),
                        Arrays.stream(QuoteVerdict.values()).map(Labels::key),
                        labels.get(FALLBACK).stringPropertyNames().stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
        return labels.entrySet().stream()
                .flatMap(language -> keys.stream()
                        .filter(key -> language.getValue().getProperty(key, "").isBlank())
                        .map(key -> language.getKey() + ": " + key))
                .sorted()
                .toList();
    }

    private static String key(Rating rating) {
        return "rating." + rating;
    }

    private static String key(QuoteVerdict verdict) {
        return "quote_verdict." + verdict;
    }

    private static String label(String key, String language) {
        var resolved = resolve(language);
        var words = own.get(resolved + '.' + key);
        if (words != null) {
            return words;
        }
        var label = LABELS.get(resolved).getProperty(key);
        return label != null ? label : LABELS.get(FALLBACK).getProperty(key);
    }

    private static Properties load(String language) {
        var labels = new Properties();
        try (var in = Labels.class.getResourceAsStream("/labels/" + language + ".properties")) {
            labels.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
