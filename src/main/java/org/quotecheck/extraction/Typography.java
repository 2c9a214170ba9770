package org.quotecheck.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The quotation marks of a language, with the words of reporting clauses that stand inside them, from its resource
 * {@code marks-xx.txt}, read when the first text of that language comes.
 *
 * @param doubles the signs that quote
 * @param singles pairs of single signs, which may be the outer ones: an opening one, then its closing one
 * @param elisions words that an apostrophe begins, which opens nothing: ’til
 * @param dash whether a dash at a paragraph's start opens speech
 * @param cues reporting verbs that stand before their subject
 * @param roles what people are, behind their names
 */
record Typography(
        String doubles, String singles, Set<String> elisions, boolean dash, Set<String> cues, Set<String> roles) {
    private static final String UNKNOWN = "und";
    private static final Map<String, Typography> READ = new ConcurrentHashMap<>();

    /** @param language primary subtag of a BCP 47 tag; one without a resource has the marks of an unknown language */
    static Typography of(String language) {
        Typography known = READ.get(language);
        if (known == null) {
            known = read(language);
            if (known == null) {
                return of(UNKNOWN);
            }
            READ.put(language, known);
        }
        return known;
    }

    private static Typography read(String language) {
        var resource = Typography.class.getResourceAsStream("marks-" + language + ".txt");
        if (resource == null) {
            return null;
        }
        String doubles = "";
        String singles = "";
        Set<String> elisions = Set.of();
        boolean dash = false;
        Set<String> cues = new HashSet<>();
        Set<String> roles = new HashSet<>();
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int name = line.indexOf(' ');
                switch (name < 0 ? line : line.substring(0, name)) {
                    case "double" -> doubles = line.substring(name).replace(" ", "");
                    case "single" -> singles = line.substring(name).replace(" ", "");
                    case "elision" -> elisions = Set.of(line.substring(name + 1).split(" "));
                    case "dash" -> dash = true;
                    case "cue" -> cues.addAll(List.of(line.substring(name + 1).split(", ")));
                    case "role" -> roles.addAll(List.of(line.substring(name + 1).split(", ")));
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Typography(doubles, singles, elisions, dash, Set.copyOf(cues), Set.copyOf(roles));
    }

    boolean quotes(char sign) {
        return !isPlain(sign) && doubles.indexOf(sign) >= 0;
    }

    /**
     * Whether a single sign closes what another one opened; the typewriter's apostrophe closes whatever a raised one
     * does.
     */
    boolean closes(char sign, char opening) {
        for (int i = 0; i < singles.length(); i += 2) {
            if (singles.charAt(i) == opening
                    && (singles.charAt(i + 1) == sign || sign == '\'' && singles.charAt(i + 1) == '\u2019')) {
                return true;
            }
        }
        return opening == '\'' && sign == '\'';
    }

    boolean opens(char sign) {
        if (isPlain(sign)) {
            return false;
        }
        for (int i = 0; i < singles.length(); i += 2) {
            if (singles.charAt(i) == sign) {
                return true;
            }
        }
        return sign == '\'';
    }

    /** Nearly every character is none of the signs, which is known without looking them up. */
    private static boolean isPlain(char sign) {
        return sign < 128 && sign != '"' && sign != '\'';
    }
}
