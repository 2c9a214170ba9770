package org.quotecheck.extraction;

/**
 * A reporting clause: somebody and a verb of saying.
 *
 * @param subject who speaks
 * @param mentionFrom first token of the words that stand for the speaker: the subject's own, or "who" in a relative
 *     clause
 * @param mentionTo token after those
 * @param cueFrom first token of the reporting verb as written; equal to cueTo when a colon or a dash stands for it
 * @param from first token of the clause
 * @param to token after subject and verb
 */
record Clause(NounPhrase subject, int mentionFrom, int mentionTo, int cueFrom, int cueTo, int from, int to, Rule rule) {
    static Clause of(NounPhrase subject, int cueFrom, int cueTo, int from, int to, Rule rule) {
        return new Clause(subject, subject.from(), subject.to(), cueFrom, cueTo, from, to, rule);
    }

    boolean hasCue() {
        return cueTo > cueFrom;
    }

    /** A clause that reaches from its subject to its verb or the other way; null without a subject. */
    static Clause withSubject(NounPhrase subject, int cueFrom, int cueTo, Rule rule) {
        return subject == null
                ? null
                : of(subject, cueFrom, cueTo, Math.min(subject.from(), cueFrom), Math.max(subject.to(), cueTo), rule);
    }
}
