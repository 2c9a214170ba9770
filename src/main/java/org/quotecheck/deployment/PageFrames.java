package org.quotecheck.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quotecheck.digest.Sha256;

/**
 * The frames of readers' pages: the words of {@code pages/<language>.properties} and of the labels, English for all
 * others.
 */
@ApplicationScoped
public class PageFrames {

    private static final String FALLBACK = "en";
    private static final List<String> LANGUAGES =
            List.of("ar", "de", FALLBACK, "es", "fr", "it", "pl", "pt", "ru", "uk");
    /** Read when the class is, so that a native executable has them ready-made. */
    private static final Map<String, Map<String, String>> WORDS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), PageFrames::load));

    private final Organization organization;
    private final About about;
    private final Edition edition;
    private final String settings;

    PageFrames(Organization organization, About about, Edition edition) {
        this.organization = organization;
        this.about = about;
        this.edition = edition;
        this.settings = Sha256.hex(String.join(
                "\n",
                Stream.of(about.methodology(), about.imprint())
                        .map(text -> text.orElse(""))
                        .toList()));
    }

    /** @param language BCP 47; null for the organisation's own */
    public PageFrame in(String language) {
        var resolved = resolve(language == null || language.isBlank() ? about.language() : language);
        var words = WORDS.get(resolved);
        return new PageFrame(
                resolved,
                words.get("dir"),
                words,
                organization.name(),
                organization.url(),
                organization.logo().isPresent(),
                about.imprint().isPresent());
    }

    /** In the organisation's own language. */
    public PageFrame own() {
        return in(null);
    }

    /** A strong entity tag of a page; it also changes with everything that may surround its content. */
    public String etag(PageFrame frame, Object... state) {
        return edition.etag(settings + frame.lang() + List.of(state));
    }

    static String resolve(String language) {
        var subtag = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(subtag) ? subtag : FALLBACK;
    }

    /** In alphabetical order, for tests. */
    static Map<String, Map<String, String>> words() {
        return new TreeMap<>(WORDS);
    }

    private static Map<String, String> load(String language) {
        var words = new HashMap<String, String>();
        for (var folder : List.of("labels", "pages")) {
            var read = new Properties();
            try (var in = PageFrames.class.getResourceAsStream("/" + folder + '/' + language + ".properties")) {
                read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read.forEach((key, word) -> words.put(key.toString(), word.toString()));
        }
        return Map.copyOf(words);
    }
}
