package org.quotecheck.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quotecheck.statement.LanguageTag;
import org.quotecheck.statement.SearchText;

/**
 * What a claim's words are compared by.
 *
 * @param text as it was given
 * @param folded all its words
 * @param language primary subtag; null where it is not known
 * @param terms the words that say something, numbers apart; at most {@value #MAX_TERMS}
 * @param denied the words that say something and come next after a denial
 * @param negated whether it denies something, or calls it false, but not both
 * @param conditional whether it holds under a condition alone
 * @param passive whether who did something stands after it
 * @param concepts what its words, function words among them, stand for
 * @param pairs those of neighbouring letters in all its words
 */
record Statement(
        String text,
        String folded,
        String language,
        List<Term> terms,
        List<Quantity> quantities,
        Set<String> denied,
        boolean negated,
        boolean conditional,
        boolean passive,
        Set<String> concepts,
        Set<String> pairs) {

    /** Comparing goes with the product of two claims' words. */
    static final int MAX_TERMS = 120;

    /** A negation so near before a refutation takes it back. */
    private static final int NEAR = 3;

    private static final String PERCENT = "percent";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Cf}]+");
    // not \b, which looks back along all marks before it, at each of them
    private static final String IN_A_WORD = "[\\p{L}\\p{M}\\p{N}_]";
    private static final Pattern CANNOT = contraction("(?<!" + IN_A_WORD + ")can");
    private static final Pattern WILL_NOT = contraction("(?<!" + IN_A_WORD + ")won");
    private static final Pattern CONTRACTED_NOT = contraction("n");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?…])[\\s\"”»“]+(?=\\S)|\\R+");
    private static final int MAX_SENTENCES = 40;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…:]\\P{L}*$|^\\P{L}*$");

    /** @param language BCP 47; null where it is to be told from the words */
    static Statement of(String text, String language) {
        var words = Vocabulary.KNOWN;
        var spelled = spelledOut(SearchText.bounded(text));
        var folded = Term.fold(spelled);
        var all = List.of(folded.split(" "));
        var code = language != null
                ? LanguageTag.primary(language)
                : words.language(all).orElse(null);
        var terms = new ArrayList<Term>();
        var concepts = new HashSet<String>();
        var found = WORD.matcher(spelled);
        while (found.find()) {
            var word = Term.fold(found.group());
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
                    && terms.size() < MAX_TERMS
                    && !words.isFunction(word, code)
                    && !words.isNegation(word, code)
                    && !words.isRefutation(word, code)) {
                boolean first = SENTENCE_END
                        .matcher(spelled.substring(Math.max(0, found.start() - 8), found.start()))
                        .find();
                terms.add(new Term(
                        terms.size(),
                        found.group(),
                        word,
                        Character.isUpperCase(found.group().codePointAt(0)),
                        first,
                        concept));
            }
        }
        var meant =
                List.of(words.withoutEmptyNegations(' ' + folded + ' ').strip().split(" "));
        return new Statement(
                text,
                folded,
                code,
                List.copyOf(terms),
                Quantity.in(spelled, code),
                denied(meant, code),
                isNegated(meant, code),
                all.stream().anyMatch(word -> words.isCondition(word, code)),
                isPassive(all, code),
                concepts,
                Term.pairs(folded));
    }

    /** "It is false that nobody came" denies nothing, and neither does "it is not false". */
    private static boolean isNegated(List<String> words, String language) {
        boolean negated = false;
        boolean refuted = false;
        int lastNegation = -NEAR - 1;
        for (int i = 0; i < words.size(); i++) {
            if (Vocabulary.KNOWN.isNegation(words.get(i), language)) {
                negated = true;
                lastNegation = i;
            } else if (Vocabulary.KNOWN.isRefutation(words.get(i), language)) {
                if (i - lastNegation <= NEAR) {
                    negated = false;
                } else {
                    refuted = true;
                }
            }
        }
        return negated != refuted;
    }

    private static boolean isPassive(List<String> words, String language) {
        boolean auxiliary = false;
        for (int i = 0; i + 1 < words.size(); i++) {
            auxiliary |= Vocabulary.KNOWN.isAuxiliary(words.get(i), language);
            if (auxiliary
                    && Vocabulary.KNOWN.isAgentMark(words.get(i), language)
                    && !Character.isDigit(words.get(i + 1).codePointAt(0))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> denied(List<String> all, String language) {
        var denied = new HashSet<String>();
        boolean denies = false;
        for (var word : all) {
            if (Vocabulary.KNOWN.isNegation(word, language)) {
                denies = true;
            } else if (denies && !Vocabulary.KNOWN.isFunction(word, language)) {
                denied.add(word);
                denies = false;
            }
        }
        return denied;
    }

    private static String spelledOut(String text) {
        var cannot = CANNOT.matcher(Abbreviations.spelledOut(text)).replaceAll("can not");
        return CONTRACTED_NOT
                .matcher(WILL_NOT.matcher(cannot).replaceAll("will not"))
                .replaceAll(" not");
    }

    /** These words in that language, where they do not reveal theirs. */
    Statement readAs(String other) {
        return language != null ? this : of(text, other);
    }

    /** Its sentences, for a claim that stands in a longer text; at most {@value #MAX_SENTENCES}. */
    List<Statement> sentences() {
        return SENTENCES
                .splitAsStream(text)
                .filter(sentence -> !sentence.isBlank())
                .limit(MAX_SENTENCES)
                .map(sentence -> of(sentence, language))
                .toList();
    }

    /** Those that carry no content, in alphabetical order. */
    List<String> functionWords() {
        return Stream.of(folded.split(" "))
                .filter(word -> Vocabulary.KNOWN.isFunction(word, language))
                .sorted()
                .toList();
    }

    /** Whether it speaks of a rise or a fall. */
    boolean isOfChange() {
        return concepts.contains("up") || concepts.contains("down");
    }

    /** Whether it says nothing but that something is false: "Debunked.", "This is a lie!" */
    boolean isRefutationAlone() {
        return negated && terms.isEmpty() && quantities.isEmpty();
    }

    /** The same, contradicted. */
    Statement contradicted() {
        return new Statement(
                text, folded, language, terms, quantities, denied, !negated, conditional, passive, concepts, pairs);
    }

    boolean says(String word) {
        return (' ' + folded + ' ').contains(' ' + word + ' ');
    }

    private static Pattern contraction(String verb) {
        return Pattern.compile("(?i)" + verb + "['’]t(?!" + IN_A_WORD + ")");
    }
}
