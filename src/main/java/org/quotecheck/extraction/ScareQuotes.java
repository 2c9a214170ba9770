package org.quotecheck.extraction;

import java.util.List;

/** Tells words in marks that nobody says (terms, titles, nicknames, irony) from quotations. */
final class ScareQuotes {
    private static final int LONGEST_NICKNAME = 3;
    private static final int MOST_WORDS_UNLINKED = 2;

    private final Prose prose;
    private final List<Stretch> stretches;

    ScareQuotes(Prose prose, List<Stretch> stretches) {
        this.prose = prose;
        this.stretches = stretches;
    }

    /** Whether the quotation at the token is none, whatever clause stands near. */
    boolean isTermOrName(int quotation) {
        Token before = prose.at(quotation - 1);
        Token beforeThat = prose.at(quotation - 2);
        boolean term = isNamed(quotation) && !isCalled(quotation)
                || (before.is("of") || before.is("as")) && beforeThat.is(Trait.TERM) && !beforeThat.is(Trait.CALL);
        boolean nickname = before.capital
                && !before.is(Trait.STARTER)
                && prose.at(quotation + 1).capital
                && words(quotation) <= LONGEST_NICKNAME
                && ",.!?".indexOf(lastSign(quotation)) < 0
                && !before.is(Trait.SAY);
        boolean work = (before.is(",") && beforeThat.is(Trait.TERM) || before.is("of") && beforeThat.is(Trait.ROLE))
                && isTitle(quotation);
        return term || work || isBroadcast(quotation) || nickname || isNaming(quotation) || isDenied(quotation);
    }

    /** "so-called", "titled"; "the novel" only before a capital, because works have one and judgements do not. */
    private boolean isNamed(int quotation) {
        Token before = prose.at(quotation - 1);
        return before.is(Trait.TERM)
                && !before.is(Trait.CALL)
                && !before.is(Trait.WORDING)
                && (before.word.endsWith("ed") || before.is("known") || startsWithCapital(quotation));
    }

    /** "the word “sustainable”": somebody's only where a clause says whose. */
    boolean isWording(int quotation) {
        Token before = prose.at(quotation - 1);
        return before.is(Trait.WORDING)
                || (before.is("of") || before.is("as"))
                        && prose.at(quotation - 2).is(Trait.WORDING);
    }

    private boolean startsWithCapital(int quotation) {
        return Character.isUpperCase(
                prose.shadow.at(stretches.get(prose.at(quotation).stretch).start()));
    }

    /** "called the show “a disgrace”": the noun is what the verb speaks of. */
    private boolean isCalled(int quotation) {
        for (int i = quotation - 2; i > quotation - 5 && !prose.at(i).is(Trait.PREPOSITION); i--) {
            if (prose.at(i).is(Trait.CALL) && !prose.at(i).is(Trait.TERM)
                    || prose.at(i).is("called")) {
                return true;
            }
        }
        return false;
    }

    /** "told NBC's “Today”". */
    private boolean isBroadcast(int quotation) {
        Token owner = prose.at(quotation - 2);
        Stretch stretch = stretches.get(prose.at(quotation).stretch);
        return prose.at(quotation - 1).is("'s")
                && owner.capital
                && Character.isUpperCase(prose.shadow.at(stretch.start()))
                && (owner.is(Trait.ORGANIZATION) || Character.isUpperCase(prose.shadow.at(owner.end - 1)))
                && words(quotation) < 6;
    }

    /** "a popular play called “Sons of the Sea”": a thing, not a person, is called so. */
    private boolean isNaming(int quotation) {
        Token verb = prose.at(quotation - 1);
        Token noun = prose.at(quotation - 2);
        return (verb.is("called") || verb.is("dubbed") || verb.is("labeled"))
                && noun.isWord()
                && !noun.capital
                && !noun.is(Trait.ROLE)
                && !noun.is(Trait.PRONOUN)
                && !noun.is(Trait.AUXILIARY)
                && !noun.is(Trait.ADVERB);
    }

    /** "on ABC's “This Week,” Ann Lee said": a title with a comma that only looks like a quotation handed over. */
    boolean isProgramme(int quotation) {
        Token before = prose.at(quotation - 1);
        return (before.is("'s") || before.is(Trait.PREPOSITION)) && isTitle(quotation);
    }

    /**
     * "said on “Good Morning,”", "of the “Super Tuesday” states": what the words name is where or what, not what is
     * said.
     */
    boolean isEvent(int quotation) {
        Token before = prose.at(quotation - 1);
        Token beforeThat = prose.at(quotation - 2);
        return before.is("on")
                || before.is("'s") && beforeThat.capital
                || before.is("the")
                || before.is("at")
                || before.is("in")
                || before.is("during")
                || beforeThat.is("during")
                || before.is("pseudonym")
                || before.is("from");
    }

    /** "told “Fox and Friends”", "speaking to “This Morning”": whoever the words name listens. */
    boolean isBroadcaster(int quotation, Clause clause) {
        Token before = prose.at(quotation - 1);
        return (before.is("told") || before.is("tells") || before.is("to") && clause.cueTo() == quotation - 1)
                && isTitle(quotation)
                && startsWithCapital(quotation);
    }

    /** "Fox never said “I signed it”". */
    private boolean isDenied(int quotation) {
        Token cue = prose.at(quotation - 1);
        return (cue.is("said") || cue.is("say")) && prose.at(quotation - 2).is(Trait.NEGATION);
    }

    /**
     * Whether words that no reporting clause claims are too few, or look like a title. Those that end the sentence
     * carry its weight.
     */
    boolean isBare(int quotation) {
        int words = words(quotation);
        char sign = lastSign(quotation);
        boolean weighty = words > MOST_WORDS_UNLINKED || words == MOST_WORDS_UNLINKED && sign == '.' || sign == '!';
        return !weighty || isTitle(quotation);
    }

    /** Every long word has a capital: a title of a book, a film, a song. */
    boolean isTitle(int quotation) {
        Stretch stretch = stretches.get(prose.at(quotation).stretch);
        int capitals = 0;
        boolean wordStarts = true;
        for (int i = stretch.start(); i < stretch.end(); i++) {
            char c = prose.shadow.at(i);
            if (wordStarts && Character.isLetter(c)) {
                boolean longWord =
                        prose.shadow.letter(i + 1) && prose.shadow.letter(i + 2) && prose.shadow.letter(i + 3);
                if (longWord && Character.isLowerCase(c)) {
                    return false;
                }
                capitals += Character.isUpperCase(c) ? 1 : 0;
            }
            wordStarts = c <= ' ';
        }
        return capitals > 1 && ".?!".indexOf(prose.shadow.at(stretch.end() - 1)) < 0
                || capitals > 1 && words(quotation) < 5;
    }

    int words(int quotation) {
        Stretch stretch = stretches.get(prose.at(quotation).stretch);
        int count = 0;
        for (int i = stretch.start(); i < stretch.end() && count < 100; i++) {
            count += !prose.shadow.blank(i) && (i == stretch.start() || prose.shadow.blank(i - 1)) ? 1 : 0;
        }
        return count;
    }

    private char lastSign(int quotation) {
        return stretches.get(prose.at(quotation).stretch).lastSign(prose.shadow);
    }
}
