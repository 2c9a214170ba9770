package org.quotecheck.extraction;

import org.quotecheck.extraction.NounPhrase.MentionType;

/** Finds who is the subject of a verb or of a sentence. */
final class Subjects {
    private static final int FARTHEST = 70;
    private static final int LONGEST_DATELINE = 12;

    private final Prose prose;
    private final NounPhrases phrases;
    private final Appositions appositions;

    Subjects(Prose prose, NounPhrases phrases) {
        this.prose = prose;
        this.phrases = phrases;
        this.appositions = new Appositions(prose, phrases);
    }

    /** The last token before the verb that is not an adverb, auxiliary or day: where the subject must end. */
    int lastBeforeVerb(int verb, int floor) {
        int i = verb - 1;
        while (i >= floor && isBetween(i)) {
            i--;
        }
        return i;
    }

    private boolean isBetween(int i) {
        TextToken token = prose.at(i);
        boolean adverb =
                token.is(WordClass.ADVERB) || !token.capital && token.word.length() > 4 && token.word.endsWith("ly");
        boolean inYear = isYear(i) && prose.at(i - 1).is("in") || token.is("in") && isYear(i + 1);
        return adverb
                || inYear
                || token.is(WordClass.AUXILIARY) && !token.capital
                || isDay(i)
                || token.is("and")
                        && (prose.at(i - 1).is(WordClass.ADVERB)
                                || prose.at(i - 1).word.endsWith("ly"))
                || (token.is("on") || token.is(WordClass.DAY_MODIFIER)) && isDay(i + 1);
    }

    private boolean isYear(int i) {
        return prose.at(i).word.length() == 4
                && Character.isDigit(prose.at(i).word.charAt(0));
    }

    private boolean isDay(int i) {
        TextToken token = prose.at(i);
        return phrases.isDate(i) && token.capital && !prose.at(i + 1).capital || token.is(WordClass.WEEK_PART);
    }

    /** {@link Appositions#beforeComma}. */
    NounPhrase beforeComma(int comma, int floor) {
        return appositions.beforeComma(comma, floor);
    }

    /** {@link Appositions#named}. */
    NounPhrase named(NounPhrase phrase, int floor) {
        return appositions.named(phrase, floor);
    }

    /** "Rosa Lind — a teacher — said": who stands before the first of two dashes. */
    NounPhrase beforeDash(int dash, int floor) {
        for (int i = dash - 1; i > floor && dash - i < FARTHEST && !prose.at(i).isQuotation(); i--) {
            if (prose.at(i).is("—")) {
                return phrases.endingAt(i - 1, floor);
            }
        }
        return null;
    }

    /**
     * The subject of the sentence's main clause before {@code limit}: the first phrase, after an introduction that a
     * comma ends.
     */
    NounPhrase ofSentence(int from, int limit) {
        int i = afterDateline(from, limit);
        while (i < limit
                && i - from < FARTHEST
                && (prose.at(i).isQuotation() || !prose.at(i).isWord())) {
            i++;
        }
        if (phrases.isInterrogative(i) && prose.at(i + 1).is(WordClass.AUXILIARY)) {
            i += 2;
        } else if (isIntroduction(i)) {
            int comma = nextComma(i, limit);
            for (int tries = 0; tries < 3 && comma < limit && prose.at(comma).is(","); tries++) {
                NounPhrase afterComma = firstFrom(comma + 1, limit);
                if (afterComma != null) {
                    return afterComma;
                }
                comma = nextComma(comma + 1, limit);
            }
            i++;
        }
        return firstFrom(i, limit);
    }

    /**
     * Who last acts before a token of the sentence: "Though Lee won, her campaign has used slogans such as | “a fair
     * city”".
     */
    Clause lastActing(int from, int limit) {
        for (int verb = limit - 1; verb > from && limit - verb < FARTHEST; verb--) {
            if (acts(verb)) {
                int word = lastBeforeVerb(verb, from);
                boolean relative = prose.at(word).is("who")
                        || prose.at(word).is("which")
                        || prose.at(word).is("that");
                int last = !relative ? word : prose.at(word - 1).is(",") ? word - 2 : word - 1;
                NounPhrase phrase = prose.at(last).is(",") ? beforeComma(last, from) : phrases.endingAt(last, from);
                if (phrase != null && !prose.at(phrase.from()).is("it")) {
                    return new Clause(
                            phrase,
                            relative ? word : phrase.from(),
                            relative ? word + 1 : phrase.to(),
                            phrase.to(),
                            phrase.to(),
                            phrase.from(),
                            phrase.to(),
                            Rule.SUBJECT_OF_SENTENCE);
                }
            }
        }
        return null;
    }

    private boolean acts(int i) {
        TextToken token = prose.at(i);
        return !token.capital
                && (token.is(WordClass.FINITE_VERB)
                        || token.is(WordClass.FINITE) && !prose.at(i - 1).is(WordClass.DETERMINER)
                        || token.is(WordClass.AUXILIARY) && !token.is("to")
                        || token.word.length() > 4 && token.word.endsWith("ed"));
    }

    private int nextComma(int from, int limit) {
        int comma = from;
        while (comma < limit && comma - from < FARTHEST && !prose.at(comma).is(",")) {
            comma++;
        }
        return comma;
    }

    /** PORT ALDER (NB) — */
    private int afterDateline(int from, int limit) {
        for (int i = from; i < limit && i - from < LONGEST_DATELINE; i++) {
            if (prose.at(i).is("\u2014")) {
                return i + 1;
            }
            if (prose.at(i).isWord()
                            && !prose.at(i).capital
                            && !Character.isDigit(prose.at(i).word.charAt(0))
                    || prose.at(i).isQuotation()) {
                return from;
            }
        }
        return from;
    }

    private boolean isIntroduction(int i) {
        TextToken token = prose.at(i);
        return isTime(i)
                || token.is(WordClass.PREPOSITION)
                || token.is(WordClass.CONJUNCTION) && !token.is("and") && !token.is("but")
                || token.is(WordClass.STARTER) && token.is(WordClass.SAY)
                || token.word.length() > 5
                        && (token.word.endsWith("ing") || token.word.endsWith("ed"))
                        && token.capital
                        && !prose.at(i + 1).capital;
    }

    /** "Hours later,", "A month ago,", "Each ferry season,". */
    private boolean isTime(int i) {
        for (int t = i; t < i + 4; t++) {
            TextToken token = prose.at(t);
            if (token.is(WordClass.TIME) || token.is(WordClass.DAY)) {
                TextToken next = prose.at(t + 1);
                return next.is(",") || next.is(WordClass.ORDERING) || next.is(WordClass.PERSONAL);
            }
            if (!token.isWord() || token.is(WordClass.PERSONAL)) {
                return false;
            }
        }
        return false;
    }

    private NounPhrase firstFrom(int from, int limit) {
        int i = from;
        while (i < limit
                && i - from < 4
                && (prose.at(i).is(WordClass.ADVERB)
                        || prose.at(i).is("and")
                        || prose.at(i).is("but")
                        || prose.at(i).is(",")
                        || prose.at(i).is("while"))) {
            i++;
        }
        NounPhrase phrase = phrases.startingAt(i, limit);
        return phrase != null
                        && phrase.type() == MentionType.PRONOUN
                        && prose.at(i).is("it")
                ? null
                : phrase;
    }
}
