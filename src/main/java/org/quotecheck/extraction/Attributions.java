package org.quotecheck.extraction;

import java.util.List;

/**
 * Gives each quotation its reporting clause: the one next to it, otherwise one in its sentence, otherwise the speaker
 * who had the word.
 */
final class Attributions {
    /** No rule looks further, in tokens, so that one endless sentence costs no more than many short ones. */
    private static final int FARTHEST = 60;

    /** Farther from its verb than this, a title is hardly what the verb reports. */
    private static final int NEAR = 3;

    /** In tokens: a line that names a speaker. */
    private static final int LONGEST_LINE = 12;

    private final Prose prose;
    private final List<QuotedSpan> spans;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final Clauses clauses;
    private final PageLabels labels;
    private final NearClauses near;
    private final ScareQuotes scareQuotes;
    private final Unsaid unsaid;
    /** By span; null where nobody speaks. */
    private final AttributionRelation[] relations;

    private List<Clause> previous = List.of();
    private AttributionRelation last;
    private int lastSentence = -1;

    private Attributions(Prose prose, List<QuotedSpan> spans) {
        this.prose = prose;
        this.spans = spans;
        this.phrases = new NounPhrases(prose);
        this.subjects = new Subjects(prose, phrases);
        this.clauses = new Clauses(prose, phrases, subjects);
        this.labels = new PageLabels(prose);
        this.near = new NearClauses(prose, spans);
        this.scareQuotes = new ScareQuotes(prose, spans);
        this.unsaid = new Unsaid(prose);
        this.relations = new AttributionRelation[spans.size()];
    }

    /** The relation of each span, null where nobody speaks. */
    static AttributionRelation[] of(Prose prose, List<QuotedSpan> spans) {
        Attributions relations = new Attributions(prose, spans);
        for (int s = 0; s < prose.sentenceCount(); s++) {
            relations.relateSentence(s);
        }
        relations.relateBack();
        return relations.relations;
    }

    /** “One.¶“Two.¶“Three,” said Ann Lee: paragraphs that open without a speaker have the one who comes last. */
    private void relateBack() {
        for (int i = spans.size() - 1; i > 0; i--) {
            AttributionRelation later = relations[i];
            boolean opened = relations[i - 1] == null || relations[i - 1].rule().confidence < Rule.SURE;
            boolean sure = later != null && !later.isOpen() && later.rule().confidence >= Rule.SURE;
            if (spans.get(i).continues() && sure && opened) {
                relations[i - 1] = later;
            }
        }
    }

    private void relateSentence(int s) {
        List<Clause> here = clauses.of(s);
        int c = 0;
        for (int i = prose.from(s); i < prose.to(s); i++) {
            while (c < here.size() && here.get(c).cueFrom() < i) {
                c++;
            }
            if (prose.at(i).isQuotation() && spans.get(prose.at(i).span).hasWords(prose.normalised)) {
                AttributionRelation relation = relation(i, s, here, c);
                relations[prose.at(i).span] = relation;
                if (relation != null && !relation.isOpen()) {
                    last = relation;
                    lastSentence = s;
                }
            }
        }
        previous = here;
    }

    /** @param next index of the first clause whose verb stands behind the quotation */
    private AttributionRelation relation(int q, int s, List<Clause> here, int next) {
        if (scareQuotes.isTermOrName(q) || unsaid.isDenied(q) || isLabelled(q, s)) {
            return null;
        }
        if (unsaid.isHeardFirst(q)) {
            return scareQuotes.isBare(q) ? null : AttributionRelation.OPEN;
        }
        Clause before = next > 0 ? near.strongest(here, next - 1) : null;
        Clause after = next < here.size() ? here.get(next) : null;
        if (after != null && near.isReportedBehind(q, after, before) && !scareQuotes.isProgramme(q)) {
            if (!unsaid.by(after)) {
                return new AttributionRelation(
                        after, s, after.rule() == Rule.CUE_BEFORE_QUOTATION ? Rule.CUE_AFTER_QUOTATION : after.rule());
            }
            if (before == null) {
                return null;
            }
        }
        NounPhrase owner = scareQuotes.isOwnersStatement(q) ? phrases.endingAt(q - 2, prose.from(s)) : null;
        if (owner != null) {
            return by(owner, s, Rule.POSSESSED_WORDS);
        }
        if (isResumed(q, s)) {
            return last;
        }
        if (before != null && unsaid.by(before)) {
            return before == here.get(next - 1) ? aroundDenial(here, next - 1, s) : null;
        }
        if (before != null) {
            boolean title = scareQuotes.isTitle(q) && !near.followsVerb(q, before);
            return title && (scareQuotes.isEvent(q) || q - before.cueTo() > NEAR)
                            || scareQuotes.isBroadcaster(q, before)
                    ? null
                    : new AttributionRelation(before, s, before.rule());
        }
        if (unsaid.isHeard(q)) {
            return scareQuotes.isBare(q) ? null : AttributionRelation.OPEN;
        }
        Clause unlisted = near.lastSign(q) == ',' ? clauses.withUnlistedVerb(q + 1, prose.to(s)) : null;
        if (unlisted != null) {
            return new AttributionRelation(unlisted, s, Rule.CUE_AFTER_QUOTATION);
        }
        if (scareQuotes.isWording(q) && !scareQuotes.isUsed(q)) {
            return null;
        }
        if (startsSentence(q, s)) {
            return acrossSentences(q, s, after);
        }
        if (after != null && prose.at(after.from() - 1).is(",")) {
            return scareQuotes.isTitle(q) && scareQuotes.isEvent(q)
                    ? null
                    : new AttributionRelation(after, s, Rule.CUE_LATER_IN_SENTENCE);
        }
        NounPhrase label = prose.at(q - 1).is(":") ? phrases.endingAt(q - 2, prose.from(s)) : null;
        if (label != null && label.isName()) {
            return by(label, s, Rule.SPEAKER_LABEL);
        }
        Clause acting = subjects.lastActing(prose.from(s), q);
        AttributionRelation subject = acting == null
                ? bySubject(prose.from(s), q, s, Rule.SUBJECT_OF_SENTENCE)
                : new AttributionRelation(acting, s, acting.rule());
        if (subject == null && prose.at(q - 1).is(":")) {
            return acrossSentences(q, s, after);
        }
        if (scareQuotes.isBare(q) && !scareQuotes.isUsed(q)) {
            return null;
        }
        return subject == null && last != null ? last.by(Rule.LAST_SPEAKER) : subject;
    }

    private AttributionRelation aroundDenial(List<Clause> here, int denial, int s) {
        Clause around = near.around(here, denial);
        return around == null || unsaid.by(around) ? null : new AttributionRelation(around, s, around.rule());
    }

    /** “We tried,” said Ann Lee, who asked to go, | “and we failed”: the clause before goes on. */
    private boolean isResumed(int q, int s) {
        if (last == null || lastSentence != s || last.rule().confidence < Rule.SURE) {
            return false;
        }
        int end = last.clause().to();
        boolean described = prose.at(end).is(",")
                && prose.at(end + 1).is(WordClass.RELATIVE)
                && prose.at(q - 1).is(",")
                && q - end < FARTHEST;
        return described && !prose.at(q - 2).is(WordClass.SAY) && near.isOneRun(end, q);
    }

    /** "READ MORE: “I never saw such a mess”": the label of another piece, no part of this one. */
    private boolean isLabelled(int q, int s) {
        int after = prose.to(s);
        return prose.at(q - 1).is(":")
                && labels.startsWithLabel(s)
                && q - 1 - prose.from(s) < FARTHEST
                && after - q <= 2;
    }

    private boolean startsSentence(int q, int s) {
        int i = q - 1;
        while (i >= prose.from(s)
                && q - i < FARTHEST
                && (!prose.at(i).isWord()
                        || prose.at(i).is("and")
                        || prose.at(i).is("but")
                        || prose.at(i).is("then"))) {
            i--;
        }
        return i < prose.from(s);
    }

    /** A quotation that is its own sentence: who spoke before, or who acts in the neighbouring sentence. */
    private AttributionRelation acrossSentences(int q, int s, Clause after) {
        QuotedSpan span = spans.get(prose.at(q).span);
        if (after != null && prose.at(after.from() - 1).is(",")) {
            return new AttributionRelation(after, s, Rule.CUE_LATER_IN_SENTENCE);
        }
        Clause cutOff = prose.to(s) == q + 1 && prose.paragraph(s + 1) == prose.paragraph(s)
                ? clauses.wholeSentence(s + 1)
                : null;
        if (cutOff != null) {
            return new AttributionRelation(cutOff, s + 1, Rule.CUE_AFTER_QUOTATION);
        }
        if (span.continues() && last != null) {
            return last.by(Rule.SAME_SPEAKER_CONTINUES);
        }
        Clause signature =
                prose.to(s) == q + 1 && q == prose.from(s) ? clauses.signature(s + 1, span.to() == span.end()) : null;
        if (signature != null) {
            return new AttributionRelation(signature, s + 1, Rule.SIGNATURE);
        }
        boolean startsParagraph = s == 0 || prose.paragraph(s - 1) != prose.paragraph(s);
        if (scareQuotes.isBare(q) && prose.to(s) - q > 3) {
            return null;
        }
        if (startsParagraph && speaksNext(s)) {
            AttributionRelation next =
                    bySubject(prose.from(s + 1), prose.to(s + 1), s + 1, Rule.SUBJECT_OF_SENTENCE_AFTER);
            return next == null || next.clause().subject().isName() ? next : AttributionRelation.OPEN;
        }
        if (lastSentence == s - 1 && last != null && lastSentence >= 0) {
            return last.by(Rule.SAME_SPEAKER_CONTINUES);
        }
        NounPhrase line = s == 0 ? null : nameLine(s - 1);
        if (line != null) {
            return by(line, s - 1, Rule.COLON_BEFORE_PARAGRAPH);
        }
        if (!previous.isEmpty()) {
            boolean colon = prose.at(prose.to(s - 1) - 1).is(":");
            return new AttributionRelation(
                    previous.getLast(), s - 1, colon ? Rule.COLON_BEFORE_PARAGRAPH : Rule.SUBJECT_OF_SENTENCE_BEFORE);
        }
        AttributionRelation subject =
                s == 0 ? null : bySubject(prose.from(s - 1), prose.to(s - 1), s - 1, Rule.SUBJECT_OF_SENTENCE_BEFORE);
        return subject != null || last == null ? subject : last.by(Rule.SAME_SPEAKER_CONTINUES);
    }

    /** "And from Mayor Ann Lee:", "Ann Lee:": a line without a verb that names who speaks below it. */
    private NounPhrase nameLine(int s) {
        int colon = prose.to(s) - 1;
        if (!prose.at(colon).is(":") || colon - prose.from(s) > LONGEST_LINE) {
            return null;
        }
        NounPhrase name = phrases.endingAt(colon - 1, prose.from(s));
        boolean named = name != null && name.isName() && !labels.isLabel(name);
        return named
                        && (name.from() == prose.from(s)
                                || prose.at(name.from() - 1).is("from"))
                ? name
                : null;
    }

    /** Whether the paragraph's next sentence names who spoke: "… With that, Eva Holm left the room." */
    private boolean speaksNext(int s) {
        return last == null && prose.paragraph(s + 1) == prose.paragraph(s);
    }

    private AttributionRelation bySubject(int from, int to, int sentence, Rule rule) {
        return by(subjects.ofSentence(from, to), sentence, rule);
    }

    private static AttributionRelation by(NounPhrase subject, int sentence, Rule rule) {
        return subject == null
                ? null
                : new AttributionRelation(
                        Clause.of(subject, subject.to(), subject.to(), subject.from(), subject.to(), rule),
                        sentence,
                        rule);
    }
}
