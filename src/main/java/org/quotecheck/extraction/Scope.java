package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * The sentence being read.
 *
 * @param from its first token
 * @param to the token after its last
 * @param found its reporting clauses so far, in the order of their verbs
 */
record Scope(int from, int to, List<Clause> found) {
    private static final int MOST_CLAUSES_BACK = 10;
    private static final int FARTHEST = 40;

    static Scope of(Prose prose, int sentence) {
        return new Scope(prose.from(sentence), prose.to(sentence), new ArrayList<>());
    }

    /** Who speaks in the clause before, or else is the sentence's subject before {@code limit}. */
    NounPhrase subjectSoFar(Subjects subjects, int limit) {
        for (int i = found.size() - 1; i >= Math.max(0, found.size() - MOST_CLAUSES_BACK); i--) {
            if (found.get(i).rule() != Rule.RELATIVE_CLAUSE && found.get(i).rule() != Rule.POSSESSED_WORDS) {
                return found.get(i).subject();
            }
        }
        return subjects.ofSentence(from, limit);
    }

    /** Who says something before a second verb, whatever else others do in what is said; null if nobody does. */
    NounPhrase firstSayer(Prose prose, int verb) {
        if (found.isEmpty()) {
            return null;
        }
        Clause first = found.getFirst();
        boolean says = first.hasCue()
                && prose.at(first.cueFrom()).is(WordClass.SAY)
                && first.rule() != Rule.RELATIVE_CLAUSE
                && verb - first.cueTo() < FARTHEST;
        return says ? first.subject() : null;
    }
}
