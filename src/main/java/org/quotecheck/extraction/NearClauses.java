package org.quotecheck.extraction;

import java.util.List;

/** Tells which of the clauses around a quotation reports it: the one behind it, or the strongest before it. */
final class NearClauses {
    /** No rule looks further, in tokens, so that one endless sentence costs no more than many short ones. */
    private static final int FARTHEST = 60;

    private static final int CLAUSES_BACK = 2;
    /** In tokens. */
    private static final int WIDEST_SUBJECT = 20;

    private final Prose prose;
    private final List<QuotedSpan> spans;

    NearClauses(Prose prose, List<QuotedSpan> spans) {
        this.prose = prose;
        this.spans = spans;
    }

    /** Whether the clause after a quotation reports it, rather than the one before it, which may be null. */
    boolean isReportedBehind(int q, Clause after, Clause before) {
        return isBeside(q, after)
                && !isModifiedBy(q, after)
                && (before == null
                        || pauses(q)
                                && !leadsInto(before, q)
                                && !(prose.at(q - 1).isWord() && opensAnother(after)));
    }

    /** Whether words in Title Case are what the verb reports all the same: said, “Save Us”; called him “Little Jon”. */
    boolean followsVerb(int q, Clause before) {
        TextToken last = prose.at(q - 1);
        return last.is(",")
                || last.is(":")
                || before.cueTo() >= q
                || prose.at(before.cueFrom()).is(WordClass.CALL) && q - before.cueTo() < 6;
    }

    /**
     * The nearest clause, or the one around it if its verb only reports what somebody thinks or wants: "said he hopes".
     */
    Clause strongest(List<Clause> here, int nearest) {
        for (int c = nearest; c >= Math.max(0, nearest - CLAUSES_BACK); c--) {
            if (!here.get(c).hasCue() || !isWeak(here.get(c))) {
                boolean sameThought = c == nearest
                        || isOneRun(here.get(c).cueTo(), here.get(nearest).cueFrom());
                return sameThought ? here.get(c) : here.get(nearest);
            }
        }
        return here.get(nearest);
    }

    /** "Fox said that | Berg refused to say": the clause around one that denies; null where there is none. */
    Clause around(List<Clause> here, int denial) {
        Clause around = denial > 0 ? strongest(here, denial - 1) : null;
        boolean says = around != null
                && around.hasCue()
                && !isWeak(around)
                && isOneRun(around.cueTo(), here.get(denial).cueFrom());
        return says ? around : null;
    }

    private boolean isWeak(Clause clause) {
        TextToken cue = prose.at(clause.cueFrom());
        return cue.is(WordClass.WEAK)
                || clause.rule() == Rule.POSSESSED_WORDS
                || cue.is(WordClass.BASE) && !cue.is(WordClass.FINITE) && clause.rule() == Rule.CUE_BEFORE_QUOTATION;
    }

    /** Whether both verbs belong to one run of words. */
    boolean isOneRun(int from, int to) {
        for (int i = from; i < to; i++) {
            if (i - from > FARTHEST || prose.at(i).isQuotation() || prose.at(i).is(";")) {
                return false;
            }
        }
        return true;
    }

    /**
     * "… said it was “ready,” the critics focused on": a clause with its own object, which reports nothing before it.
     */
    private boolean opensAnother(Clause clause) {
        TextToken next = prose.at(clause.to());
        return isWeak(clause) && next.isWord() && !next.is(WordClass.DAY) && !next.is(WordClass.ADVERB);
    }

    /** Whether the verb stands right before the words: shouted, “Berg,” … */
    private boolean leadsInto(Clause clause, int q) {
        boolean sign = prose.at(q - 1).is(",") || prose.at(q - 1).is(":");
        return clause.hasCue()
                && !isWeak(clause)
                && clause.cueTo() == (sign ? q - 1 : q)
                && clause.subject().from() < q;
    }

    /** "the “Salt Road” star posted": words that only say which star. */
    private boolean isModifiedBy(int q, Clause clause) {
        TextToken first = prose.at(q + 1);
        boolean bare = clause.subject().type() == NounPhrase.MentionType.DESCRIPTION
                && !first.is(WordClass.DETERMINER)
                && !first.is(WordClass.POSSESSIVE)
                && !first.capital;
        return bare
                && clause.rule() != Rule.POSSESSED_WORDS
                && clause.from() == q + 1
                && !pauses(q)
                && lastSign(q) != '.';
    }

    char lastSign(int q) {
        return spans.get(prose.at(q).span).lastSign(prose.normalised);
    }

    private boolean isBeside(int q, Clause clause) {
        if (clause.rule() == Rule.POSSESSED_WORDS && clause.cueFrom() == q + 1) {
            return true;
        }
        int from = q + 1;
        while (prose.at(from).is(",")
                || prose.at(from).is("\u2014")
                || prose.at(from).is("-") && clause.rule() == Rule.DASH_ATTRIBUTION
                || prose.at(from).is(":") && clause.rule() == Rule.SPEAKER_LABEL
                || prose.at(from).is("as")
                || prose.at(from).is(")")) {
            from++;
        }
        return clause.from() == from || isWideSubject(from, clause);
    }

    /** "“…,” the mayor of Oslo and Jan Berg, both lawyers, said": the clause knows the nearest of those who speak. */
    private boolean isWideSubject(int from, Clause clause) {
        boolean says = clause.rule() == Rule.CUE_BEFORE_QUOTATION
                && prose.at(clause.cueFrom()).is(WordClass.SAY);
        TextToken next = prose.at(clause.to());
        boolean ends = next.endsSentence() || next.is(",") || next.is(WordClass.DAY) || next.is(WordClass.PREPOSITION);
        if (!says || !ends || clause.from() < from || clause.cueFrom() - from > WIDEST_SUBJECT) {
            return false;
        }
        for (int i = from; i < clause.from(); i++) {
            TextToken token = prose.at(i);
            boolean verb = token.is(WordClass.FINITE_VERB)
                    || token.is(WordClass.AUXILIARY)
                    || token.is(WordClass.FINITE) && !token.is(WordClass.BASE);
            boolean another = token.isQuotation()
                    || token.is(";")
                    || token.endsSentence()
                    || token.is(WordClass.PERSONAL)
                    || token.is(WordClass.RELATIVE);
            if (verb || another || i == from && (token.is(WordClass.CONJUNCTION) || token.is(WordClass.PREPOSITION))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words end in a sign that hands over to a reporting clause. */
    private boolean pauses(int q) {
        char sign = lastSign(q);
        return ",?!\u2014\u2026-".indexOf(sign) >= 0;
    }
}
