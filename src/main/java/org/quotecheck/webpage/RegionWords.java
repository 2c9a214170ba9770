package org.quotecheck.webpage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What class names, ids and roles say about a part of a page, by the list in regions.txt. */
final class RegionWords {

    /** In this order: what is hidden is hidden, whatever else it is. */
    enum Sense {
        HIDDEN,
        NEVER,
        REPEATED,
        SIGNATURE,
        STORY,
        SELDOM
    }

    private static final Pattern PARTS = Pattern.compile("[-_]+|(?<=[a-z])(?=[A-Z])");
    /** Names of names, such as those that style sheets' tools make. */
    private static final int LONGEST = 60;

    private static final Map<String, Sense> SENSES = read();

    private RegionWords() {}

    /** Null where none of the names, separated by spaces, says anything. */
    static Sense of(String names) {
        Sense sense = null;
        for (var name : names.split("\\s+")) {
            if (!name.isEmpty() && name.length() <= LONGEST) {
                sense = first(sense, ofOne(name));
            }
        }
        return sense;
    }

    private static Sense ofOne(String name) {
        var parts = PARTS.split(name);
        var sense = SENSES.get(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < parts.length; i++) {
            var word = parts[i].toLowerCase(Locale.ROOT);
            sense = first(sense, SENSES.get(word));
            if (i + 1 < parts.length) {
                sense = first(sense, SENSES.get(word + '-' + parts[i + 1].toLowerCase(Locale.ROOT)));
            }
        }
        return sense;
    }

    private static Sense first(Sense one, Sense other) {
        return one == null || other != null && other.compareTo(one) < 0 ? other : one;
    }

    private static Map<String, Sense> read() {
        try (var in = RegionWords.class.getResourceAsStream("regions.txt")) {
            var senses = new HashMap<String, Sense>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" "))
                    .forEach(words -> Arrays.stream(words)
                            .skip(1)
                            .forEach(word -> senses.put(word, Sense.valueOf(words[0].toUpperCase(Locale.ROOT)))));
            return senses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
