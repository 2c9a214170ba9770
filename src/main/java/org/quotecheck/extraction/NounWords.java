package org.quotecheck.extraction;

/** Which words can stand in a noun phrase. */
final class NounWords {
    /** In characters, with its marks. */
    private static final int LONGEST_NICKNAME = 24;

    private final Prose prose;

    NounWords(Prose prose) {
        this.prose = prose;
    }

    boolean isTailPreposition(int i) {
        return switch (prose.at(i).word) {
            case "of", "for", "at", "from", "with", "in", "on" -> true;
            default -> false;
        };
    }

    /** "Robert “Bobby” Lund": a short nickname between two words of a name. */
    boolean isNickname(int i) {
        return prose.at(i).isQuotation()
                && prose.at(i).end - prose.at(i).start < LONGEST_NICKNAME
                && isNameWord(i - 1)
                && !prose.at(i - 1).is(WordClass.STARTER)
                && isNameWord(i + 1)
                && Character.isUpperCase(prose.normalised.at(prose.at(i).start + 1))
                && ",.!?".indexOf(prose.normalised.at(prose.at(i).end - 2)) < 0;
    }

    boolean isPlacePreposition(int i) {
        return switch (prose.at(i).word) {
            case "in", "at", "from", "near", "outside", "inside", "across" -> true;
            default -> false;
        };
    }

    boolean isNameWord(int i) {
        TextToken token = prose.at(i);
        return (token.capital
                        || token.is(WordClass.SUFFIX)
                        || token.word.length() > 1
                                && (token.isHandle()
                                        || token.word.contains("'") && capitalAfterApostrophe(token)
                                        || token.word.contains("-") && isHyphenedParticle(token)))
                && !token.is(WordClass.PRONOUN)
                && !token.is(WordClass.POSSESSIVE)
                && !token.is(WordClass.DETERMINER)
                && !isInterrogative(token)
                && (!token.is(WordClass.AUXILIARY) || token.is(WordClass.DAY) && !isDate(i))
                && !token.is("'s");
    }

    /** "Why did she go?", but not the WHO. */
    boolean isInterrogative(TextToken token) {
        return token.is(WordClass.RELATIVE) && Character.isLowerCase(prose.normalised.at(token.start + 1));
    }

    /** "Monday", "in May", but not "Theresa May", "Mrs. May" or "April Jones". */
    boolean isDate(int i) {
        TextToken token = prose.at(i);
        if (!token.is(WordClass.DAY)) {
            return false;
        }
        TextToken before = prose.at(i - 1);
        boolean surname = before.capital
                && (before.is(WordClass.MALE) || before.is(WordClass.FEMALE) || before.is(WordClass.TITLE));
        boolean given = (token.is(WordClass.MALE) || token.is(WordClass.FEMALE))
                && !before.is(WordClass.PREPOSITION)
                && !before.is(WordClass.DAY_MODIFIER);
        boolean speaks = prose.at(i + 1).is(WordClass.SAY)
                && prose.at(i + 1).is(WordClass.FINITE)
                && !before.is(WordClass.PREPOSITION);
        return !(token.capital
                && token.is(WordClass.MONTH_NAME)
                && (surname || speaks || given && prose.at(i + 1).capital));
    }

    /** d'Almeida. */
    private boolean capitalAfterApostrophe(TextToken token) {
        int at = token.word.indexOf('\'');
        return at < 3 && Character.isUpperCase(prose.normalised.at(token.start + at + 1));
    }

    /** al-Rashid. */
    private boolean isHyphenedParticle(TextToken token) {
        int hyphen = token.word.indexOf('-');
        return (Lexicon.english().classes(token.word.substring(0, hyphen)) & WordClass.PARTICLE.bit) != 0
                && Character.isUpperCase(prose.normalised.at(token.start + hyphen + 1));
    }

    /** "in | 2019", "May | 2019": when it was, not who. */
    boolean isYear(int i) {
        String word = prose.at(i).word;
        TextToken before = prose.at(i - 1);
        return word.length() == 4
                && word.chars().allMatch(Character::isDigit)
                && (before.is(WordClass.PREPOSITION) || before.is(WordClass.DAY));
    }

    /** A lower-case word that can stand inside a noun phrase. */
    boolean isModifier(int i) {
        TextToken token = prose.at(i);
        return token.isWord()
                        && !token.capital
                        && !isYear(i)
                        && !token.is(WordClass.PREPOSITION)
                        && !token.is(WordClass.CONJUNCTION)
                        && !token.is(WordClass.FINITE_VERB)
                        && !token.is(WordClass.AUXILIARY)
                        && !token.is(WordClass.RELATIVE)
                        && !token.is(WordClass.PRONOUN)
                        && (!token.is(WordClass.ADVERB)
                                || token.is("first") && prose.at(i + 1).is(WordClass.FEMALE_NOUN))
                        && !(token.is(WordClass.FINITE) && !token.is(WordClass.ROLE) && !token.is(WordClass.DOCUMENT))
                        && !token.is(WordClass.ING)
                || token.capital && token.is(WordClass.COUNTRY_ADJECTIVE);
    }
}
