package org.quotecheck.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a claim's words are compared by.
 *
 * @param text as it was given
 * @param folded all its words
 * @param language primary subtag; null where it is not known
 * @param tokens the words that say something, numbers apart; at most {@value #MAX_TOKENS}
 * @param denied the words that say something and come next after a denial
 * @param negated whether it denies something
 * @param concepts what its words, function words among them, stand for
 */
record Statement(
        String text,
        String folded,
        String language,
        List<Token> tokens,
        List<Figure> figures,
        Set<String> denied,
        boolean negated,
        Set<String> concepts) {

    /** Comparing goes with the product of two claims' words. */
    static final int MAX_TOKENS = 120;

    private static final String PERCENT = "percent";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Cf}]+");
    private static final Pattern CANNOT = Pattern.compile("(?i)\\bcan['’]t\\b");
    private static final Pattern WILL_NOT = Pattern.compile("(?i)\\bwon['’]t\\b");
    private static final Pattern CONTRACTED_NOT = Pattern.compile("(?i)n['’]t\\b");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…:]\\P{L}*$|^\\P{L}*$");

    /** @param language BCP 47; null where it is to be told from the words */
    static Statement of(String text, String language) {
        var words = Words.KNOWN;
        var spelled = spelledOut(text);
        var folded = Token.fold(spelled);
        var all = List.of(folded.split(" "));
        var code = language != null
                ? language.toLowerCase(Locale.ROOT).replaceFirst("-.*", "")
                : words.language(all).orElse(null);
        var tokens = new ArrayList<Token>();
        var concepts = new HashSet<String>();
        var found = WORD.matcher(spelled);
        while (found.find()) {
            var word = Token.fold(found.group());
            if (word.isEmpty()) {
                continue;
            }
            var concept = words.concept(word);
            if (concept != null) {
                concepts.add(concept);
            }
            boolean counts =
                    words.number(word) != null || words.multiplier(word) != null || PERCENT.equals(words.concept(word));
            if (!counts
                    && tokens.size() < MAX_TOKENS
                    && !words.isFunction(word, code)
                    && !words.isNegation(word, code)) {
                boolean first = SENTENCE_END
                        .matcher(spelled.substring(Math.max(0, found.start() - 8), found.start()))
                        .find();
                tokens.add(new Token(
                        found.group(), word, Character.isUpperCase(found.group().codePointAt(0)), first, concept));
            }
        }
        var meant =
                List.of(words.withoutEmptyNegations(' ' + folded + ' ').strip().split(" "));
        boolean negated = meant.stream().anyMatch(word -> words.isNegation(word, code));
        return new Statement(
                text, folded, code, List.copyOf(tokens), Figure.in(spelled), denied(meant, code), negated, concepts);
    }

    private static Set<String> denied(List<String> all, String language) {
        var denied = new HashSet<String>();
        boolean denies = false;
        for (var word : all) {
            if (Words.KNOWN.isNegation(word, language)) {
                denies = true;
            } else if (denies && !Words.KNOWN.isFunction(word, language)) {
                denied.add(word);
                denies = false;
            }
        }
        return denied;
    }

    private static String spelledOut(String text) {
        var cannot = CANNOT.matcher(text).replaceAll("can not");
        return CONTRACTED_NOT
                .matcher(WILL_NOT.matcher(cannot).replaceAll("will not"))
                .replaceAll(" not");
    }

    /** These words in that language, where they do not tell theirs. */
    Statement readAs(String other) {
        return language != null ? this : of(text, other);
    }

    boolean says(String word) {
        return (' ' + folded + ' ').contains(' ' + word + ' ');
    }
}
