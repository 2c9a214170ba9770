package org.quotecheck.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The closed word classes of a language, read from its resources when the first text needs them. */
final class Lexicon {
    private static final class English {
        static final Lexicon LEXICON = new Lexicon("lexicon-en.txt", "names-en.txt");
    }

    private static final Set<String> DOUBLING =
            Set.of("admit", "quip", "slam", "dub", "brag", "beg", "snap", "rip", "sob", "nod", "refer", "blog");

    private final Map<String, Long> traits = new HashMap<>(8192);

    private Lexicon(String... resources) {
        for (String resource : resources) {
            read(resource);
        }
    }

    static Lexicon english() {
        return English.LEXICON;
    }

    /** The bits of the word's traits; 0 for a word that no class has. */
    long traits(String lowerCase) {
        Long found = traits.get(lowerCase);
        return found == null ? 0 : found;
    }

    private void read(String resource) {
        try (var lines = new BufferedReader(
                new InputStreamReader(Lexicon.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            Trait trait = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    trait = Trait.valueOf(line.substring(1, line.length() - 1));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    for (String word : line.split(" ")) {
                        add(word, trait);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String word, Trait trait) {
        if (trait != Trait.SAY && trait != Trait.CALL && trait != Trait.WEAK) {
            put(word, trait.bit);
            return;
        }
        String[] forms = word.split("/");
        String base = forms[0];
        put(base, trait.bit | Trait.BASE.bit);
        put(thirdPerson(base), trait.bit | Trait.FINITE.bit);
        put(forms.length > 1 ? forms[1] : past(base), trait.bit | Trait.FINITE.bit);
        put(forms.length > 2 ? forms[2] : participle(base), trait.bit | Trait.ING.bit);
        if (forms.length > 3) {
            put(forms[3], trait.bit | Trait.FINITE.bit);
        }
    }

    private void put(String word, long bits) {
        traits.merge(word, bits, (a, b) -> a | b);
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
        return base.endsWith("e") ? base + "d" : doubled(base) + "ed";
    }

    private static String participle(String base) {
        if (base.endsWith("ie")) {
            return base.substring(0, base.length() - 2) + "ying";
        }
        return (base.endsWith("e") && !base.endsWith("ee") ? base.substring(0, base.length() - 1) : doubled(base))
                + "ing";
    }

    private static boolean endsInConsonantAndY(String base) {
        return base.length() > 1 && base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0;
    }

    /** Quip, quipped. */
    private static String doubled(String base) {
        return DOUBLING.contains(base) ? base + base.charAt(base.length() - 1) : base;
    }
}
