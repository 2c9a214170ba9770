package org.quotecheck.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The closed word classes of a language, read from its resources when the first text needs them. */
final class Lexicon {
    private static final class English {
        static final Lexicon LEXICON = new Lexicon("lexicon-en.txt", "names-en.txt");
    }

    private final Map<String, Long> classes = new HashMap<>(8192);

    private Lexicon(String... resources) {
        for (String resource : resources) {
            read(resource);
        }
    }

    static Lexicon english() {
        return English.LEXICON;
    }

    /** The bits of the word's classes; 0 for a word that no class has. */
    long classes(String lowerCase) {
        Long found = classes.get(lowerCase);
        return found == null ? 0 : found;
    }

    private void read(String resource) {
        try (var lines = new BufferedReader(
                new InputStreamReader(Lexicon.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            WordClass wordClass = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    wordClass = WordClass.valueOf(line.substring(1, line.length() - 1));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    for (String word : line.split(" ")) {
                        add(word, wordClass);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String word, WordClass wordClass) {
        if (wordClass != WordClass.SAY && wordClass != WordClass.CALL && wordClass != WordClass.WEAK) {
            put(word, wordClass.bit);
            return;
        }
        String[] forms = word.split("/");
        String base = forms[0];
        put(base, wordClass.bit | WordClass.BASE.bit);
        put(thirdPerson(base), wordClass.bit | WordClass.FINITE.bit);
        put(forms.length > 1 ? forms[1] : past(base), wordClass.bit | WordClass.FINITE.bit);
        put(forms.length > 2 ? forms[2] : participle(base), wordClass.bit | WordClass.ING.bit);
        if (forms.length > 3) {
            put(forms[3], wordClass.bit | WordClass.FINITE.bit);
        }
    }

    private void put(String word, long bits) {
        classes.merge(word, bits, (a, b) -> a | b);
    }

    private static String thirdPerson(String base) {
        if (endsInConsonantAndY(base)) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        return "sxoh".indexOf(base.charAt(base.length() - 1)) >= 0 && !base.endsWith("gh") ? base + "es" : base + "s";
    }

    private static String past(String base) {
        if (endsInConsonantAndY(base)) {
            return base.substring(0, base.length() - 1) + "ied";
        }
        return base.endsWith("e") ? base + "d" : base + "ed";
    }

    private static String participle(String base) {
        if (base.endsWith("ie")) {
            return base.substring(0, base.length() - 2) + "ying";
        }
        return (base.endsWith("e") && !base.endsWith("ee") ? base.substring(0, base.length() - 1) : base) + "ing";
    }

    private static boolean endsInConsonantAndY(String base) {
        return base.length() > 1 && base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0;
    }
}
