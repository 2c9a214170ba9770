package org.quotecheck.extraction;

/**
 * What a quotation's words owe their speaker to.
 *
 * @param clause the clause, one without a reporting verb where the rule needs none
 * @param sentence the clause's sentence
 */
record Link(Clause clause, int sentence, Rule rule) {
    Link by(Rule other) {
        return new Link(clause, sentence, other);
    }
}
