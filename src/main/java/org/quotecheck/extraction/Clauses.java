package org.quotecheck.extraction;

import java.util.List;

/**
 * Finds the reporting clauses of a sentence, in the order of their verbs. Quotations are masked, so that it never reads
 * inside one.
 */
final class Clauses {
    private static final int LONGEST_REPORT = 9;

    private final Prose prose;
    private final NounPhrases phrases;
    private final VerbClauses verbs;
    private final NounClauses nouns;
    private final PageLabels labels;

    Clauses(Prose prose, NounPhrases phrases, Subjects subjects) {
        this.prose = prose;
        this.phrases = phrases;
        this.verbs = new VerbClauses(prose, phrases, subjects);
        this.nouns = new NounClauses(prose, phrases);
        this.labels = new PageLabels(prose);
    }

    /** The clauses of one sentence. */
    List<Clause> of(int sentence) {
        Scope scope = Scope.of(prose, sentence);
        for (int i = scope.from(); i < scope.to(); i++) {
            TextToken token = prose.at(i);
            Clause clause = null;
            if (token.is("according") && prose.at(i + 1).is("to")
                    || token.is(WordClass.WORDS)
                            && prose.at(i + 1).is("of")
                            && prose.at(i - 2).is("in")) {
                clause = nouns.ofSource(i, scope);
            } else if (token.is(WordClass.WORDS)
                    && (prose.at(i + 1).is(",") || prose.at(i + 1).isQuotation())) {
                clause = nouns.ofOwnWords(i, scope);
            } else if (token.is(WordClass.RETORT)
                    && (prose.at(i + 1).is("back") || prose.at(i + 1).is("out"))) {
                clause = verbs.ofRetort(i, scope);
            } else if ((token.is(WordClass.SAY) || token.is(WordClass.CALL) || token.is(WordClass.WEAK))
                    && (!token.capital || i == scope.from())) {
                clause = verbs.of(i, scope);
            } else if (token.isQuotation()) {
                clause = ofSign(i, scope);
            }
            if (clause == null && token.is(WordClass.SPEECH_NOUN) && !token.capital) {
                clause = nouns.of(i, scope);
            }
            if (clause != null) {
                scope.found().add(clause);
            }
        }
        return scope.found();
    }

    /**
     * A sentence that is a reporting clause and nothing else, as after a full stop inside the marks: “We won.” Ann Lee
     * said.
     */
    Clause wholeSentence(int sentence) {
        if (prose.to(sentence) - prose.from(sentence) > LONGEST_REPORT) {
            return null;
        }
        List<Clause> only = of(sentence);
        boolean whole = only.size() == 1
                && only.getFirst().from() == prose.from(sentence)
                && prose.at(only.getFirst().cueFrom()).is(WordClass.SAY)
                && !prose.at(only.getFirst().cueFrom()).is(WordClass.GESTURE)
                && (prose.at(only.getFirst().to()).endsSentence()
                        || prose.at(only.getFirst().to()).is(WordClass.DAY));
        return whole ? only.getFirst() : null;
    }

    /**
     * A line that names who spoke in the paragraph before: "— Ann Lee, engineer".
     *
     * @param inside whether the marks close behind it, which spares the dash
     */
    Clause signature(int sentence, boolean inside) {
        if (sentence >= prose.sentenceCount()) {
            return null;
        }
        int first = prose.from(sentence);
        boolean dash = prose.at(first).is("—") || prose.at(first).is("-");
        first += dash ? 1 : 0;
        NounPhrase name = dash || inside ? phrases.startingAt(first, prose.to(sentence)) : null;
        return signs(name, prose.to(sentence)) ? Clause.of(name, first, first, first, name.to(), Rule.SIGNATURE) : null;
    }

    /** After words that end in a comma, the one who does something spoke: “Let me talk,” Ann Lee shot back. */
    Clause withUnlistedVerb(int first, int limit) {
        NounPhrase subject = phrases.startingAt(first, limit);
        if (subject == null || subject.to() >= limit) {
            return null;
        }
        TextToken verb = prose.at(subject.to());
        boolean acts = !verb.capital
                && (verb.is(WordClass.FINITE_VERB) && !verb.is(WordClass.AUXILIARY)
                        || verb.word.length() > 4 && verb.word.endsWith("ed"));
        return acts ? Clause.withSubject(subject, subject.to(), subject.to() + 1, Rule.CUE_AFTER_QUOTATION) : null;
    }

    /** A colon or a dash instead of a verb: VEGA: "…"; "…" — Luis Vega. */
    private Clause ofSign(int quotation, Scope scope) {
        if (prose.at(quotation - 1).is(":") && quotation - 1 > scope.from()) {
            NounPhrase label = labelEndingAt(quotation - 2, scope.from());
            if (label != null && label.from() == scope.from()) {
                if (labels.isLabel(label)) {
                    return null;
                }
                return Clause.of(label, quotation - 1, quotation - 1, label.from(), quotation, Rule.SPEAKER_LABEL);
            }
        }
        int name = quotation + 1;
        while (prose.at(name).is("\u2014") || prose.at(name).is("-") && name < quotation + 3) {
            name++;
        }
        boolean colon = prose.at(name).is(":") && name == quotation + 1;
        if (colon || name > quotation + 1) {
            name += colon ? 1 : 0;
            NounPhrase signature = phrases.startingAt(name, scope.to());
            if (signs(signature, scope.to()) && !labels.isLabel(signature)) {
                return Clause.of(
                        signature,
                        name,
                        name,
                        name,
                        signature.to(),
                        colon ? Rule.SPEAKER_LABEL : Rule.DASH_ATTRIBUTION);
            }
        }
        return null;
    }

    /** "Ann Lee:", or with where she belongs: "Ann Lee, Harbour Radio:". */
    private NounPhrase labelEndingAt(int last, int from) {
        NounPhrase nearest = phrases.endingAt(last, from);
        boolean second = nearest != null
                && nearest.isName()
                && nearest.from() > from
                && prose.at(nearest.from() - 1).is(",");
        NounPhrase first = second ? phrases.endingAt(nearest.from() - 2, from) : null;
        return first != null && first.isName() && first.from() == from ? first : nearest;
    }

    /** Whether a name ends there as a signature does. */
    private boolean signs(NounPhrase name, int limit) {
        if (name == null || !name.isName()) {
            return false;
        }
        TextToken after = prose.at(name.to());
        return name.to() == limit || after.is(",") || after.is("(") || after.endsSentence();
    }
}
