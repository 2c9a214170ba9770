package org.quotecheck.extraction;

/** Tells in what form a word that may be a verb of saying stands: finite, passive, or no verb at all. */
final class VerbForms {
    private final Prose prose;

    VerbForms(Prose prose) {
        this.prose = prose;
    }

    /** "the Paris attacks", "Republican claims": the plural of a noun that looks like a verb. */
    boolean isCompound(int verb, NounPhrase subject) {
        Token head = prose.at(subject.headTo() - 1);
        if (!prose.at(verb).word.endsWith("s") || prose.at(verb).is(Trait.VERB_ONLY)) {
            return false;
        }
        boolean ofPlace = prose.at(subject.from()).is("the")
                && !prose.at(verb).is(Trait.SAY)
                && prose.at(verb).is(Trait.CALL)
                && !head.is(Trait.ORGANIZATION);
        return subject.isName()
                ? head.is(Trait.COUNTRY_ADJECTIVE) || ofPlace
                : subject.kind() == NounPhrase.Kind.DESCRIPTION
                        && !head.is(Trait.ROLE)
                        && !head.is(Trait.ORGANIZATION)
                        && !head.is(Trait.DOCUMENT)
                        && !head.is(Trait.KIN);
    }

    boolean hasAuxiliary(int first, int verb) {
        for (int i = first; i < verb; i++) {
            if (prose.at(i).is(Trait.AUXILIARY)) {
                return true;
            }
        }
        return false;
    }

    boolean isPassive(int first, int verb) {
        Token form = prose.at(verb);
        if (!form.is(Trait.FINITE) || form.word.endsWith("s")) {
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

    /** "they say", "the Saudis say", "some say": whether the word before a base form is a plural. */
    boolean takesBaseForm(int before) {
        Token token = prose.at(before);
        return token.is("they")
                || token.is("i")
                || token.is("we")
                || token.is("you")
                || token.is("who")
                || token.is("police")
                || token.is("people")
                || token.is("men")
                || token.is("women")
                || token.is(Trait.INDEFINITE)
                || token.word.length() > 3
                        && token.word.endsWith("s")
                        && token.word.indexOf('-') < 0
                        && !token.is(Trait.PREPOSITION)
                        && !token.is(Trait.FINITE);
    }

    /** "the report", "his claims": a word that is a verb elsewhere. */
    boolean isNoun(int i) {
        Token before = prose.at(i - 1);
        Token token = prose.at(i);
        return (before.is(Trait.DETERMINER)
                        || before.is(Trait.POSSESSIVE)
                        || before.is("'s")
                        || before.is(Trait.PREPOSITION) && !before.is("to"))
                && (token.is(Trait.BASE) || token.word.endsWith("s"))
                && !token.is("says");
    }
}
