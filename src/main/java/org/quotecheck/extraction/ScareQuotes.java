package org.quotecheck.extraction;

import java.util.List;
import java.util.Locale;

/** Tells words in marks that nobody says (terms, titles, nicknames, irony) from quotations. */
final class ScareQuotes {
    private static final int LONGEST_NICKNAME = 3;
    private static final int MOST_TITLES = 4;
    /** In tokens: an outlet and a date. */
    private static final int LONGEST_REFERENCE = 14;

    private static final int MOST_WORDS_UNATTRIBUTED = 2;

    private final Prose prose;
    private final List<QuotedSpan> spans;

    ScareQuotes(Prose prose, List<QuotedSpan> spans) {
        this.prose = prose;
        this.spans = spans;
    }

    /** Whether the quotation at the token is not one, whatever clause is near. */
    boolean isTermOrName(int quotation) {
        TextToken before = prose.at(quotation - 1);
        TextToken beforeThat = prose.at(quotation - 2);
        boolean term = isNamed(quotation) && !isCalled(quotation)
                || (before.is("of") || before.is("as"))
                        && beforeThat.is(WordClass.TERM)
                        && !beforeThat.is(WordClass.CALL);
        boolean nickname = before.capital
                && !before.is(WordClass.STARTER)
                && prose.at(quotation + 1).capital
                && words(quotation) <= LONGEST_NICKNAME
                && ",.!?".indexOf(lastSign(quotation)) < 0
                && !before.is(WordClass.SAY);
        boolean goesBy =
                before.is(WordClass.NAME_NOUN) && words(quotation) <= LONGEST_NICKNAME && startsWithCapital(quotation);
        boolean work =
                (before.is(",") && beforeThat.is(WordClass.TERM) || before.is("of") && beforeThat.is(WordClass.ROLE))
                        && isTitle(quotation);
        return term
                || goesBy
                || work
                || isWork(quotation)
                || isBroadcast(quotation)
                || nickname
                || isNaming(quotation)
                || isReference(quotation);
    }

    /** "“Salt Road” director Ann Lee", "known for “Salt Road” and “Dawn”": a title that says what somebody made. */
    private boolean isWork(int quotation) {
        if (!isTitle(quotation) || ".?!".indexOf(lastSign(quotation)) >= 0) {
            return false;
        }
        int before = quotation - 1;
        for (int i = 0; i < MOST_TITLES && prose.at(before - 1).isQuotation() && isTitle(before - 1); i++) {
            boolean listed = prose.at(before).is(",")
                    || prose.at(before).is("and")
                    || prose.at(before).is("or");
            before -= listed ? 2 : 0;
        }
        boolean made = prose.at(quotation + 1).is(WordClass.MAKER) && !prose.at(quotation + 1).capital;
        return made || prose.at(before).is("for") && prose.at(before - 1).is(WordClass.NAMED);
    }

    /** “Old ferry sold” — The Harbour Post, 3 March 2021: the title of a piece, where and when it appeared. */
    private boolean isReference(int quotation) {
        int i = quotation + 1;
        if (!prose.at(i).is("\u2014") && !prose.at(i).is("-") || ".,!?".indexOf(lastSign(quotation)) >= 0) {
            return false;
        }
        while (i < quotation + LONGEST_REFERENCE
                && !prose.at(i + 1).endsSentence()
                && prose.at(i + 1) != Prose.NOTHING) {
            i++;
            if (isYear(prose.at(i))
                    && (prose.at(i + 1).endsSentence() || !prose.at(i + 1).isWord())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYear(TextToken token) {
        return token.word.length() == 4 && token.word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** "so-called", "titled"; "the novel" only before a capital, because works have one and judgements do not. */
    private boolean isNamed(int quotation) {
        TextToken before = prose.at(quotation - 1);
        return before.is(WordClass.TERM)
                && !before.is(WordClass.CALL)
                && !before.is(WordClass.WORDING)
                && (before.is(WordClass.NAMED) || startsWithCapital(quotation));
    }

    /** "the word “sustainable”": somebody's only where a clause says whose. */
    boolean isWording(int quotation) {
        TextToken before = prose.at(quotation - 1);
        return before.is(WordClass.WORDING)
                || (before.is("of") || before.is("as"))
                        && prose.at(quotation - 2).is(WordClass.WORDING);
    }

    /** "used the words “sheer luck”": the one who uses them says them. */
    boolean isUsed(int quotation) {
        TextToken verb = prose.at(quotation - 3);
        return prose.at(quotation - 1).is(WordClass.WORDING)
                && prose.at(quotation - 2).is(WordClass.DETERMINER)
                && (verb.is("used") || verb.is("uses"))
                && !prose.at(quotation - 4).is(WordClass.NEGATION)
                && !prose.at(quotation - 4).is(WordClass.AUXILIARY);
    }

    private boolean startsWithCapital(int quotation) {
        return Character.isUpperCase(
                prose.normalised.at(spans.get(prose.at(quotation).span).start()));
    }

    /** "called the show “a disgrace”": the noun is what the verb speaks of. */
    private boolean isCalled(int quotation) {
        for (int i = quotation - 2; i > quotation - 5 && !prose.at(i).is(WordClass.PREPOSITION); i--) {
            if (prose.at(i).is(WordClass.CALL)
                            && !prose.at(i).is(WordClass.TERM)
                            && !prose.at(i).is(WordClass.TELL)
                    || prose.at(i).is(WordClass.NAMING)) {
                return true;
            }
        }
        return false;
    }

    /** "told Radio Nord's “Daybreak”". */
    private boolean isBroadcast(int quotation) {
        TextToken owner = prose.at(quotation - 2);
        QuotedSpan span = spans.get(prose.at(quotation).span);
        return prose.at(quotation - 1).is("'s")
                && owner.capital
                && Character.isUpperCase(prose.normalised.at(span.start()))
                && (owner.is(WordClass.ORGANIZATION) || Character.isUpperCase(prose.normalised.at(owner.end - 1)))
                && words(quotation) < 6;
    }

    /** "Berg's “we lost”": a sentence in marks behind its owner, who said it. */
    boolean isOwnersStatement(int quotation) {
        QuotedSpan span = spans.get(prose.at(quotation).span);
        int end = span.start();
        while (prose.normalised.letter(end)) {
            end++;
        }
        String first = prose.normalised.text.substring(span.start(), end).toLowerCase(Locale.ROOT);
        return prose.at(quotation - 1).is("'s")
                && words(quotation) > 1
                && (Lexicon.english().classes(first) & WordClass.PERSONAL.bit) != 0
                && !isTitle(quotation);
    }

    /** "a popular play called “The Salt Road”": a thing, not a person, is called so. */
    private boolean isNaming(int quotation) {
        TextToken verb = prose.at(quotation - 1);
        TextToken noun = prose.at(quotation - 2);
        return verb.is(WordClass.NAMING)
                && noun.isWord()
                && !noun.capital
                && !noun.is(WordClass.ROLE)
                && !noun.is(WordClass.PRONOUN)
                && !noun.is(WordClass.AUXILIARY)
                && !noun.is(WordClass.ADVERB);
    }

    /**
     * "on Radio Nord's “Daybreak,” Ann Lee said": a title with a comma that only looks like a quotation handed over.
     */
    boolean isProgramme(int quotation) {
        TextToken before = prose.at(quotation - 1);
        return (before.is("'s") || before.is(WordClass.PREPOSITION)) && isTitle(quotation);
    }

    /** "said on “Daybreak,”", "of the “Orchard Day” towns": what the words name is where or what, not what is said. */
    boolean isEvent(int quotation) {
        TextToken before = prose.at(quotation - 1);
        TextToken beforeThat = prose.at(quotation - 2);
        return before.is("on")
                || before.is("'s") && beforeThat.capital
                || before.is("the")
                || before.is("at")
                || before.is("in")
                || before.is("during")
                || beforeThat.is("during")
                || before.is("from");
    }

    /** "told “Dawn and Dusk”", "speaking to “Daybreak”": the words name the listener. */
    boolean isBroadcaster(int quotation, Clause clause) {
        TextToken before = prose.at(quotation - 1);
        return (before.is(WordClass.TELL) || before.is("to") && clause.cueTo() == quotation - 1)
                && isTitle(quotation)
                && startsWithCapital(quotation);
    }

    /**
     * Whether words that no reporting clause claims are too few, or look like a title. Those that end the sentence
     * carry its weight.
     */
    boolean isBare(int quotation) {
        int words = words(quotation);
        char sign = lastSign(quotation);
        boolean weighty =
                words > MOST_WORDS_UNATTRIBUTED || words == MOST_WORDS_UNATTRIBUTED && sign == '.' || sign == '!';
        return !weighty || isTitle(quotation);
    }

    /** Every long word has a capital: a title of a book, a film, a song. */
    boolean isTitle(int quotation) {
        QuotedSpan span = spans.get(prose.at(quotation).span);
        int capitals = 0;
        boolean wordStarts = true;
        for (int i = span.start(); i < span.end(); i++) {
            char c = prose.normalised.at(i);
            if (wordStarts && Character.isLetter(c)) {
                boolean longWord = prose.normalised.letter(i + 1)
                        && prose.normalised.letter(i + 2)
                        && prose.normalised.letter(i + 3);
                if (longWord && Character.isLowerCase(c)) {
                    return false;
                }
                capitals += Character.isUpperCase(c) ? 1 : 0;
            }
            wordStarts = c <= ' ';
        }
        return capitals > 1 && ".?!".indexOf(prose.normalised.at(span.end() - 1)) < 0
                || capitals > 1 && words(quotation) < 5;
    }

    int words(int quotation) {
        QuotedSpan span = spans.get(prose.at(quotation).span);
        int count = 0;
        for (int i = span.start(); i < span.end() && count < 100; i++) {
            count += !prose.normalised.blank(i) && (i == span.start() || prose.normalised.blank(i - 1)) ? 1 : 0;
        }
        return count;
    }

    private char lastSign(int quotation) {
        return spans.get(prose.at(quotation).span).lastSign(prose.normalised);
    }
}
