package org.quotecheck.extraction;

/**
 * What a quotation's words owe their speaker to.
 *
 * @param clause the clause, one without a reporting verb where the rule needs none
 * @param sentence the clause's sentence
 */
record AttributionRelation(Clause clause, int sentence, Rule rule) {
    AttributionRelation by(Rule other) {
        return new AttributionRelation(clause, sentence, other);
    }
}
