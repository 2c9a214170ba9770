package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;

/** Finds the reporting clauses of a sentence, in the order of their verbs. Quotations are masked, so that it never reads inside one. */
final class Clauses {
    private static final int LONGEST_REPORT = 9;

    private final Prose prose;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final VerbForms forms;
    private List<Clause> found;
    private int from;
    private int to;

    Clauses(Prose prose, NounPhrases phrases, Subjects subjects) {
        this.prose = prose;
        this.phrases = phrases;
        this.subjects = subjects;
        this.forms = new VerbForms(prose);
    }

    /** The clauses of one sentence. */
    List<Clause> of(int sentence) {
        found = new ArrayList<>();
        from = prose.from(sentence);
        to = prose.to(sentence);
        for (int i = from; i < to; i++) {
            Token token = prose.at(i);
            Clause clause = null;
            if (token.is("according") && prose.at(i + 1).is("to")
                    || token.is("words") && prose.at(i + 1).is("of") && prose.at(i - 2).is("in")) {
                clause = phraseAfter(i);
            } else if (token.is(Trait.RETORT) && (prose.at(i + 1).is("back") || prose.at(i + 1).is("out"))) {
                clause = ofFinite(i, subjects.lastBeforeVerb(i, from));
            } else if ((token.is(Trait.SAY) || token.is(Trait.CALL) || token.is(Trait.WEAK)) && (!token.capital || i == from)) {
                clause = ofVerb(i);
            } else if (token.isQuotation()) {
                clause = ofSign(i);
            }
            if (clause == null && token.is(Trait.SPEECH_NOUN) && !token.capital) {
                clause = ofNoun(i);
            }
            if (clause != null) {
                found.add(clause);
            }
        }
        return found;
    }

    /** A sentence that is a reporting clause and nothing else, as after a full stop inside the marks: “We won.” Ann Lee said. */
    Clause wholeSentence(int sentence) {
        if (prose.to(sentence) - prose.from(sentence) > LONGEST_REPORT) {
            return null;
        }
        List<Clause> only = new Clauses(prose, phrases, subjects).of(sentence);
        boolean whole = only.size() == 1 && only.getFirst().from() == prose.from(sentence)
                && prose.at(only.getFirst().cueFrom()).is(Trait.SAY)
                && (prose.at(only.getFirst().to()).endsSentence() || prose.at(only.getFirst().to()).is(Trait.DAY));
        return whole ? only.getFirst() : null;
    }

    /** A line that names who spoke in the paragraph before: "— Ann Lee, engineer". */
    Clause signature(int sentence) {
        if (sentence >= prose.sentenceCount()) {
            return null;
        }
        int first = prose.from(sentence);
        boolean dash = prose.at(first).is("—") || prose.at(first).is("-");
        NounPhrase name = dash ? phrases.startingAt(first + 1, prose.to(sentence)) : null;
        boolean signs = name != null && name.isName() && (name.to() == prose.to(sentence) || prose.at(name.to()).is(",")
                || prose.at(name.to()).is("(") || prose.at(name.to()).endsSentence());
        return signs ? Clause.of(name, first + 1, first + 1, first + 1, name.to(), Rule.DASH_ATTRIBUTION) : null;
    }

    /** After words that end in a comma, whoever does something spoke: “Let me talk,” Ann Lee shot back. */
    Clause withUnlistedVerb(int first, int limit) {
        NounPhrase subject = phrases.startingAt(first, limit);
        if (subject == null || subject.to() >= limit) {
            return null;
        }
        Token verb = prose.at(subject.to());
        boolean acts = !verb.capital && (verb.is(Trait.PAST_VERB) && !verb.is(Trait.AUXILIARY) || verb.is("shot")
                || verb.word.length() > 4 && verb.word.endsWith("ed"));
        return acts ? withSubject(subject, subject.to(), subject.to() + 1, Rule.CUE_AFTER_QUOTATION) : null;
    }

    private Clause phraseAfter(int cue) {
        NounPhrase source = phrases.startingAt(cue + 2, to);
        int start = prose.at(cue).is("words") ? cue - 2 : cue;
        Rule rule = prose.at(cue).is("words") ? Rule.WORDS_OF : Rule.ACCORDING_TO;
        return source == null ? null : Clause.of(source, cue, cue + 2, start, source.to(), rule);
    }

    private Clause ofVerb(int verb) {
        Token token = prose.at(verb);
        int before = subjects.lastBeforeVerb(verb, from);
        boolean auxiliary = forms.hasAuxiliary(before + 1, verb);
        if (token.is(Trait.ING) && !auxiliary) {
            return ofParticiple(verb);
        }
        if (forms.isPassive(before + 1, verb)) {
            return token.is("quoted")
                    ? withSubject(phrases.endingAt(before, from), verb, verb + 1, Rule.QUOTED_AS_SAYING) : byAgent(verb);
        }
        if (!token.is(Trait.FINITE) && !auxiliary && !prose.at(before).is("to") && !forms.takesBaseForm(before)
                && !isPluralBeforeComma(before)
                || forms.isNoun(verb)) {
            return null;
        }
        if (token.is("quoted") || token.is("quotes")) {
            NounPhrase quoted = phrases.startingAt(verb + 1, to);
            NounPhrase agency = phrases.endingAt(before, from);
            if (quoted != null && prose.at(quoted.to()).is("as")) {
                return Clause.of(quoted, verb, verb + 1, agency == null
                        ? verb : agency.from(), quoted.to() + 2, Rule.QUOTED_AS_SAYING);
            }
        }
        return ofFinite(verb, before);
    }

    /** "Lee's latest claim that the plan was “dead”": the words are those of whoever the noun belongs to. */
    private Clause ofNoun(int noun) {
        int i = noun - 1;
        while (i > from && noun - i < 4 && prose.at(i).isWord() && !prose.at(i).capital && !prose.at(i).is(Trait.POSSESSIVE)
                && !prose.at(i).is(Trait.PREPOSITION)) {
            i--;
        }
        if (prose.at(i).isQuotation() && i == noun - 1) {
            i--;
        }
        Token owner = prose.at(i);
        if (prose.at(noun + 1).is("by")) {
            NounPhrase author = phrases.startingAt(noun + 2, to);
            return author != null && prose.at(author.to()).is("that") ? withSubject(author, noun, noun + 1, Rule.POSSESSED_WORDS) : null;
        }
        NounPhrase speaker = owner.is(Trait.POSSESSIVE) && !owner.is("its") && !owner.is("our") && !owner.is("your")
                ? new NounPhrase(i, i + 1, i, i + 1, NounPhrase.Kind.PRONOUN)
                : owner.is("'s") ? phrases.endingAt(i - 1, from) : null;
        if (!reports(noun) && !prose.at(noun - 1).isQuotation()) {
            return null;
        }
        return withSubject(speaker, noun, noun + 1, Rule.POSSESSED_WORDS);
    }

    private boolean reports(int noun) {
        Token next = prose.at(prose.at(noun + 1).is(Trait.DAY) ? noun + 2 : noun + 1);
        return next.isQuotation() || next.is("that") || next.is(":") || next.is("of") || next.is("is") || next.is("was") || next.is("to")
                || next.is("for") || next.is("about");
    }

    private boolean isPluralBeforeComma(int comma) {
        NounPhrase subject = prose.at(comma).is(",") ? subjects.beforeComma(comma, from) : null;
        return subject != null && forms.takesBaseForm(subject.headTo() - 1);
    }

    private Clause ofFinite(int verb, int before) {
        Token previous = prose.at(before);
        if (isReducedPassive(verb, before)) {
            return byAgent(verb);
        }
        boolean afterQuotation = previous.isQuotation() || (previous.is(",")
                || previous.is("\u2014")) && prose.at(before - 1).isQuotation();
        if (afterQuotation) {
            NounPhrase inverted = phrases.startingAt(verb + 1, to);
            if (inverted != null && prose.at(verb).is(Trait.FINITE) && prose.at(verb).is(Trait.SAY)
                    && !prose.at(verb + 1).is("that") && !prose.at(verb + 1).is("it")) {
                return Clause.of(inverted, verb, verb + 1, verb, inverted.to(), Rule.INVERTED_CUE);
            }
            boolean noun = prose.at(verb).word.endsWith("s") && !prose.at(verb).is(Trait.VERB_ONLY);
            return noun ? null : withSubject(subjectSoFar(verb), verb, verb + 1, Rule.COORDINATED_CUE);
        }
        if (previous.is("\u2014")) {
            return withSubject(subjects.beforeDash(before, from), verb, verb + 1, Rule.CUE_BEFORE_QUOTATION);
        }
        if (previous.is(",")) {
            NounPhrase inverted = isNameAfter(verb) && !prose.at(verb).is("told") ? phrases.startingAt(verb + 1, to) : null;
            if (inverted != null && (leadsIntoQuotation(inverted) || closesSentence(inverted, verb))) {
                return withSubject(inverted, verb, verb + 1, Rule.INVERTED_CUE);
            }
            NounPhrase far = subjects.beforeComma(before, from);
            return far != null ? withSubject(far, verb, verb + 1, Rule.CUE_BEFORE_QUOTATION)
                    : withSubject(subjectSoFar(verb), verb, verb + 1, Rule.COORDINATED_CUE);
        }
        if (previous.is("who") || previous.is("which")) {
            int last = prose.at(before - 1).is(",") ? before - 2 : before - 1;
            NounPhrase antecedent = phrases.endingAt(last, from);
            return antecedent == null
                    ? null : new Clause(antecedent, before, before + 1, verb, verb + 1, before, verb + 1, Rule.RELATIVE_CLAUSE);
        }
        if ((previous.is("and") || previous.is("but")) && prose.at(verb).is(Trait.SAY) && saysFirst(verb)) {
            return withSubject(found.getFirst().subject(), verb, verb + 1, Rule.COORDINATED_CUE);
        }
        if (previous.is("and") || previous.is("but") || previous.is("or") || previous.is("to")) {
            return withSubject(subjectSoFar(verb), verb, verb + 1, Rule.COORDINATED_CUE);
        }
        NounPhrase subject = subjects.named(phrases.endingAt(before, from), from);
        if (prose.at(verb - 1).is("to") && subject == null) {
            return withSubject(subjectSoFar(verb), verb, verb + 1, Rule.COORDINATED_CUE);
        }
        return subject == null
                || forms.isCompound(verb, subject) ? null : withSubject(subject, verb, verb + 1, Rule.CUE_BEFORE_QUOTATION);
    }

    private boolean leadsIntoQuotation(NounPhrase subject) {
        Token after = prose.at(subject.to());
        return (after.is(":") || after.is(",")) && prose.at(subject.to() + 1).isQuotation();
    }

    /** "The bridge was “never costed” by the council, said Ann Lee, an engineer." */
    private boolean closesSentence(NounPhrase subject, int verb) {
        Token after = prose.at(subject.to());
        return prose.at(verb).is(Trait.SAY) && prose.at(verb).is(Trait.FINITE) && (after.endsSentence() || subject.to() == to
                || subject.isName() && (after.is(",") || after.is(Trait.RELATIVE) || after.is(Trait.DAY)));
    }

    private boolean isNameAfter(int verb) {
        return phrases.isNameWord(verb + 1) || prose.at(verb + 1).is(Trait.ROLE) || phrases.isNameWord(verb + 2);
    }

    private Clause ofParticiple(int verb) {
        int before = subjects.lastBeforeVerb(verb, from);
        if (prose.at(before).is("for") || prose.at(before).is("of")) {
            NounPhrase blamed = phrases.endingAt(before - 1, from);
            if (blamed != null && !prose.at(before).is("of")) {
                return withSubject(blamed, verb, verb + 1, Rule.PARTICIPLE);
            }
        }
        if (prose.at(before).is("as") && !found.isEmpty() && found.getLast().rule() == Rule.QUOTED_AS_SAYING) {
            return null;
        }
        NounPhrase near = prose.at(before).isWord() ? phrases.endingAt(before, from) : null;
        Token beforeNear = near == null ? Prose.NOTHING : prose.at(near.from() - 1);
        boolean absolute = beforeNear.is("with") || beforeNear.is("heard") || beforeNear.is("of") || beforeNear.is(",");
        if (absolute) {
            return withSubject(near, verb, verb + 1, Rule.PARTICIPLE);
        }
        boolean comma = prose.at(before).is(",");
        if (comma && saysFirst(verb)) {
            return withSubject(found.getFirst().subject(), verb, verb + 1, Rule.PARTICIPLE);
        }
        Clause acting = found.isEmpty() && !comma ? subjects.lastActing(from, verb) : null;
        return withSubject(acting == null ? subjectSoFar(verb) : acting.subject(), verb, verb + 1, Rule.PARTICIPLE);
    }

    /** "a plan seen by critics as “…”", "a plan, described as “…” by Ann Lee": a passive without "was". */
    private boolean isReducedPassive(int verb, int before) {
        Token form = prose.at(verb);
        if (before != verb - 1 || !form.is(Trait.CALL) || form.word.endsWith("s")) {
            return false;
        }
        int quotation = verb + 1;
        while (quotation < verb + 5 && !prose.at(quotation).isQuotation()) {
            quotation++;
        }
        return prose.at(verb + 1).is("by") || prose.at(verb + 1).is("as") && prose.at(quotation).isQuotation() && prose.at(quotation + 1).is("by");
    }

    /** Whether somebody says something before a comma and a participle, whatever else others do in what is said. */
    private boolean saysFirst(int verb) {
        return !found.isEmpty() && found.getFirst().hasCue() && prose.at(found.getFirst().cueFrom()).is(Trait.SAY)
                && found.getFirst().rule() != Rule.RELATIVE_CLAUSE && verb - found.getFirst().cueTo() < 40;
    }

    private Clause byAgent(int verb) {
        for (int i = verb + 1; i < to && i < verb + 8; i++) {
            if (prose.at(i).is("by")) {
                return withSubject(phrases.startingAt(i + 1, to), verb, verb + 1, Rule.CALLED_BY);
            }
        }
        return null;
    }

    /** A colon or a dash instead of a verb: VEGA: "…"; "…" — Luis Vega. */
    private Clause ofSign(int quotation) {
        if (prose.at(quotation - 1).is(":") && quotation - 1 > from) {
            NounPhrase label = phrases.endingAt(quotation - 2, from);
            if (label != null && label.from() == from) {
                return Clause.of(label, quotation - 1, quotation - 1, label.from(), quotation, Rule.SPEAKER_LABEL);
            }
        }
        if (prose.at(quotation + 1).is("\u2014") || prose.at(quotation + 1).is("-")) {
            NounPhrase signature = phrases.startingAt(quotation + 2, to);
            if (signature != null && signature.isName() && (signature.to() == to || prose.at(signature.to()).is(",")
                    || prose.at(signature.to()).endsSentence())) {
                return Clause.of(signature, quotation + 2, quotation + 2, quotation + 2, signature.to(), Rule.DASH_ATTRIBUTION);
            }
        }
        return null;
    }

    private Clause withSubject(NounPhrase subject, int cueFrom, int cueTo, Rule rule) {
        return subject == null
                ? null : Clause.of(subject, cueFrom, cueTo, Math.min(subject.from(), cueFrom), Math.max(subject.to(), cueTo),
                rule);
    }

    private NounPhrase subjectSoFar(int limit) {
        for (int i = found.size() - 1; i >= Math.max(0, found.size() - 10); i--) {
            if (found.get(i).rule() != Rule.RELATIVE_CLAUSE && found.get(i).rule() != Rule.POSSESSED_WORDS) {
                return found.get(i).subject();
            }
        }
        return subjects.ofSentence(from, limit);
    }

}
