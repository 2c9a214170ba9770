package org.quotecheck.extraction;

/** Tells in what form a word that may be a verb of saying stands: finite, passive, or no verb at all. */
final class VerbForms {
    private final Prose prose;

    VerbForms(Prose prose) {
        this.prose = prose;
    }

    /** "the Bergen attacks", "Danish claims": the plural of a noun that looks like a verb. */
    boolean isCompound(int verb, NounPhrase subject) {
        TextToken head = prose.at(subject.headTo() - 1);
        if (!prose.at(verb).word.endsWith("s") || prose.at(verb).is(WordClass.VERB_ONLY)) {
            return false;
        }
        boolean ofPlace = prose.at(subject.from()).is("the")
                && !prose.at(verb).is(WordClass.SAY)
                && prose.at(verb).is(WordClass.CALL)
                && !head.is(WordClass.ORGANIZATION);
        return subject.isName()
                ? head.is(WordClass.COUNTRY_ADJECTIVE) || ofPlace
                : subject.type() == NounPhrase.MentionType.DESCRIPTION
                        && !head.is(WordClass.ROLE)
                        && !head.is(WordClass.ORGANIZATION)
                        && !head.is(WordClass.DOCUMENT)
                        && !head.is(WordClass.KIN);
    }

    boolean hasAuxiliary(int first, int verb) {
        for (int i = first; i < verb; i++) {
            if (prose.at(i).is(WordClass.AUXILIARY)) {
                return true;
            }
        }
        return false;
    }

    boolean isPassive(int first, int verb) {
        TextToken form = prose.at(verb);
        if (!form.is(WordClass.FINITE) || form.word.endsWith("s")) {
            return false;
        }
        for (int i = first; i < verb; i++) {
            switch (prose.at(i).word) {
                case "was", "were", "is", "are", "be", "been", "being", "wasn't", "isn't" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "they say", "the Danes say", "some say": whether the word before a base form is a plural. */
    boolean takesBaseForm(int before) {
        TextToken token = prose.at(before);
        return token.is("they")
                || token.is("i")
                || token.is("we")
                || token.is("you")
                || token.is("who")
                || token.is(WordClass.PLURAL)
                || token.is(WordClass.INDEFINITE)
                || token.word.length() > 3
                        && token.word.endsWith("s")
                        && token.word.indexOf('-') < 0
                        && !token.is(WordClass.PREPOSITION)
                        && !token.is(WordClass.FINITE);
    }

    /** "the report", "his claims": a word that is a verb elsewhere. */
    boolean isNoun(int i) {
        TextToken before = prose.at(i - 1);
        TextToken token = prose.at(i);
        return (before.is(WordClass.DETERMINER)
                        || before.is(WordClass.POSSESSIVE)
                        || before.is("'s")
                        || before.is(WordClass.PREPOSITION) && !before.is("to"))
                && (token.is(WordClass.BASE) || token.word.endsWith("s"))
                && !(token.is(WordClass.PLAIN_SAY) && token.is(WordClass.FINITE));
    }
}
