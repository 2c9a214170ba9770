package org.quotecheck.claim;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words for ratings and quote verdicts, by language: {@code labels/<language>.properties}; English for all others. */
public final class Labels {

    private static final String FALLBACK = "en";
    private static final Set<String> LANGUAGES = Set.of("de", FALLBACK, "fr");
    /** Read when the class is, so that a native executable has them ready-made. */
    private static final Map<String, Properties> LABELS = LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Labels::load));

    private Labels() {}

    /** Null for null. @param language BCP 47, of which the language subtag counts */
    public static String of(Rating rating, String language) {
        return rating == null ? null : label("rating." + rating, language);
    }

    public static String of(QuoteVerdict verdict, String language) {
        return verdict == null ? null : label("quote_verdict." + verdict, language);
    }

    /** The language in which labels for this one come. */
    public static String resolve(String language) {
        var subtag = language == null ? FALLBACK : language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(subtag) ? subtag : FALLBACK;
    }

    private static String label(String key, String language) {
        var label = LABELS.get(resolve(language)).getProperty(key);
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
