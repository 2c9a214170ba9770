package org.quotecheck.extraction;

/** Reads the reporting clause of a verb: who says, called, was quoted as saying, or left, saying. */
final class VerbClauses {
    private final Prose prose;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final VerbForms forms;

    VerbClauses(Prose prose, NounPhrases phrases, Subjects subjects) {
        this.prose = prose;
        this.phrases = phrases;
        this.subjects = subjects;
        this.forms = new VerbForms(prose);
    }

    /** "shot | back": a verb that reports only with the word behind it. */
    Clause ofRetort(int verb, Scope scope) {
        return ofFinite(verb, subjects.lastBeforeVerb(verb, scope.from()), scope);
    }

    /** The clause of a form of a reporting verb; null if it reports nothing here. */
    Clause of(int verb, Scope scope) {
        TextToken token = prose.at(verb);
        int before = subjects.lastBeforeVerb(verb, scope.from());
        boolean auxiliary = forms.hasAuxiliary(before + 1, verb);
        if (token.is(WordClass.ING) && !auxiliary) {
            return ofParticiple(verb, scope);
        }
        if (forms.isPassive(before + 1, verb)) {
            NounPhrase quoted = token.is(WordClass.QUOTE_VERB) ? phrases.endingAt(before, scope.from()) : null;
            return token.is(WordClass.QUOTE_VERB)
                    ? Clause.withSubject(quoted, verb, verb + 1, Rule.QUOTED_AS_SAYING)
                    : byAgent(verb, scope);
        }
        if (!token.is(WordClass.FINITE)
                        && !auxiliary
                        && !prose.at(before).is("to")
                        && !forms.takesBaseForm(before)
                        && !isPluralBeforeComma(before, scope)
                || forms.isNoun(verb)) {
            return null;
        }
        if (token.is(WordClass.QUOTE_VERB)) {
            NounPhrase quoted = phrases.startingAt(verb + 1, scope.to());
            NounPhrase agency = phrases.endingAt(before, scope.from());
            if (quoted != null && prose.at(quoted.to()).is("as")) {
                return Clause.of(
                        quoted,
                        verb,
                        verb + 1,
                        agency == null ? verb : agency.from(),
                        quoted.to() + 2,
                        Rule.QUOTED_AS_SAYING);
            }
        }
        return ofFinite(verb, before, scope);
    }

    private boolean isPluralBeforeComma(int comma, Scope scope) {
        NounPhrase subject = prose.at(comma).is(",") ? subjects.beforeComma(comma, scope.from()) : null;
        return subject != null && forms.takesBaseForm(subject.headTo() - 1);
    }

    private Clause ofFinite(int verb, int before, Scope scope) {
        TextToken previous = prose.at(before);
        if (isReducedPassive(verb, before)) {
            return byAgent(verb, scope);
        }
        boolean afterQuotation = previous.isQuotation()
                || (previous.is(",") || previous.is("\u2014"))
                        && prose.at(before - 1).isQuotation();
        if (afterQuotation) {
            NounPhrase inverted = phrases.startingAt(verb + 1, scope.to());
            if (inverted != null
                    && prose.at(verb).is(WordClass.FINITE)
                    && prose.at(verb).is(WordClass.SAY)
                    && !prose.at(verb + 1).is("that")
                    && !prose.at(verb + 1).is("it")) {
                return Clause.of(inverted, verb, verb + 1, verb, inverted.to(), Rule.INVERTED_CUE);
            }
            boolean noun = prose.at(verb).word.endsWith("s") && !prose.at(verb).is(WordClass.VERB_ONLY);
            return noun
                    ? null
                    : Clause.withSubject(scope.subjectSoFar(subjects, verb), verb, verb + 1, Rule.COORDINATED_CUE);
        }
        if (previous.is("\u2014")) {
            return Clause.withSubject(
                    subjects.beforeDash(before, scope.from()), verb, verb + 1, Rule.CUE_BEFORE_QUOTATION);
        }
        if (previous.is(",")) {
            NounPhrase inverted = isNameAfter(verb) && !prose.at(verb).is(WordClass.TELL)
                    ? phrases.startingAt(verb + 1, scope.to())
                    : null;
            if (inverted != null && (leadsIntoQuotation(inverted) || closesSentence(inverted, verb, scope))) {
                return Clause.withSubject(inverted, verb, verb + 1, Rule.INVERTED_CUE);
            }
            NounPhrase far = subjects.beforeComma(before, scope.from());
            return far != null
                    ? Clause.withSubject(far, verb, verb + 1, Rule.CUE_BEFORE_QUOTATION)
                    : Clause.withSubject(scope.subjectSoFar(subjects, verb), verb, verb + 1, Rule.COORDINATED_CUE);
        }
        if (previous.is("who") || previous.is("which")) {
            int last = prose.at(before - 1).is(",") ? before - 2 : before - 1;
            NounPhrase antecedent = phrases.endingAt(last, scope.from());
            return antecedent == null
                    ? null
                    : new Clause(
                            antecedent, before, before + 1, verb, verb + 1, before, verb + 1, Rule.RELATIVE_CLAUSE);
        }
        if (previous.is("and") || previous.is("but") || previous.is("or") || previous.is("to")) {
            boolean says = prose.at(verb).is(WordClass.SAY) && (previous.is("and") || previous.is("but"));
            NounPhrase sayer = says ? scope.firstSayer(prose, verb) : null;
            return Clause.withSubject(
                    sayer == null ? scope.subjectSoFar(subjects, verb) : sayer, verb, verb + 1, Rule.COORDINATED_CUE);
        }
        NounPhrase subject =
                outside(subjects.named(phrases.endingAt(before, scope.from()), scope.from()), scope.from());
        if (prose.at(verb - 1).is("to") && subject == null) {
            return Clause.withSubject(scope.subjectSoFar(subjects, verb), verb, verb + 1, Rule.COORDINATED_CUE);
        }
        return subject == null || forms.isCompound(verb, subject)
                ? null
                : Clause.withSubject(subject, verb, verb + 1, Rule.CUE_BEFORE_QUOTATION);
    }

    /** "The club which is the owner of the pier | said": the phrase behind "which is" only describes the club. */
    private NounPhrase outside(NounPhrase subject, int floor) {
        if (subject == null
                || !prose.at(subject.from() - 1).is(WordClass.AUXILIARY)
                || !prose.at(subject.from() - 2).is("who")
                        && !prose.at(subject.from() - 2).is("which")) {
            return subject;
        }
        NounPhrase antecedent = phrases.endingAt(subject.from() - 3, floor);
        return antecedent == null ? subject : antecedent;
    }

    private boolean leadsIntoQuotation(NounPhrase subject) {
        TextToken after = prose.at(subject.to());
        return (after.is(":") || after.is(",")) && prose.at(subject.to() + 1).isQuotation();
    }

    /** "The bridge was “never costed” by the council, said Ann Lee, an engineer." */
    private boolean closesSentence(NounPhrase subject, int verb, Scope scope) {
        TextToken after = prose.at(subject.to());
        return prose.at(verb).is(WordClass.SAY)
                && prose.at(verb).is(WordClass.FINITE)
                && (after.endsSentence()
                        || subject.to() == scope.to()
                        || subject.isName()
                                && (after.is(",") || after.is(WordClass.RELATIVE) || after.is(WordClass.DAY)));
    }

    private boolean isNameAfter(int verb) {
        return phrases.isNameWord(verb + 1) || prose.at(verb + 1).is(WordClass.ROLE) || phrases.isNameWord(verb + 2);
    }

    private Clause ofParticiple(int verb, Scope scope) {
        int before = subjects.lastBeforeVerb(verb, scope.from());
        if (prose.at(before).is("for") || prose.at(before).is("of")) {
            NounPhrase blamed = phrases.endingAt(before - 1, scope.from());
            if (blamed != null && !prose.at(before).is("of")) {
                return Clause.withSubject(blamed, verb, verb + 1, Rule.PARTICIPLE);
            }
        }
        if (prose.at(before).is("as")
                && !scope.found().isEmpty()
                && scope.found().getLast().rule() == Rule.QUOTED_AS_SAYING) {
            return null;
        }
        NounPhrase near = prose.at(before).isWord() ? phrases.endingAt(before, scope.from()) : null;
        TextToken beforeNear = near == null ? Prose.NOTHING : prose.at(near.from() - 1);
        boolean absolute = near != null && near.head(prose).is(WordClass.INSCRIBED)
                || beforeNear.is("with")
                || beforeNear.is(WordClass.PERCEPTION)
                || beforeNear.is("of")
                || beforeNear.is(",");
        if (absolute) {
            return Clause.withSubject(near, verb, verb + 1, Rule.PARTICIPLE);
        }
        boolean comma = prose.at(before).is(",");
        NounPhrase sayer = comma ? scope.firstSayer(prose, verb) : null;
        if (sayer != null) {
            return Clause.withSubject(sayer, verb, verb + 1, Rule.PARTICIPLE);
        }
        Clause acting = scope.found().isEmpty() && !comma ? subjects.lastActing(scope.from(), verb) : null;
        return Clause.withSubject(
                acting == null ? scope.subjectSoFar(subjects, verb) : acting.subject(),
                verb,
                verb + 1,
                Rule.PARTICIPLE);
    }

    /** "a plan seen by critics as “…”", "a plan, described as “…” by Ann Lee": a passive without "was". */
    private boolean isReducedPassive(int verb, int before) {
        TextToken form = prose.at(verb);
        if (before != verb - 1 || !form.is(WordClass.CALL) || form.word.endsWith("s")) {
            return false;
        }
        int quotation = verb + 1;
        while (quotation < verb + 5 && !prose.at(quotation).isQuotation()) {
            quotation++;
        }
        TextToken next = prose.at(verb + 1);
        return next.is("by")
                || next.is("as")
                        && prose.at(quotation).isQuotation()
                        && prose.at(quotation + 1).is("by");
    }

    private Clause byAgent(int verb, Scope scope) {
        for (int i = verb + 1; i < scope.to() && i < verb + 8; i++) {
            if (prose.at(i).is("by")) {
                return Clause.withSubject(phrases.startingAt(i + 1, scope.to()), verb, verb + 1, Rule.CALLED_BY);
            }
        }
        return null;
    }
}
