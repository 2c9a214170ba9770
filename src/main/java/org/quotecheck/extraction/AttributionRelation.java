package org.quotecheck.extraction;

/**
 * What links a quotation's words to their speaker.
 *
 * @param clause the clause, one without a reporting verb where the rule needs none
 * @param sentence the clause's sentence
 */
record AttributionRelation(Clause clause, int sentence, Rule rule) {
    /** Of words that are speech, though the text does not say whose. */
    static final AttributionRelation OPEN = new AttributionRelation(null, -1, Rule.LAST_SPEAKER);

    boolean isOpen() {
        return clause == null;
    }

    AttributionRelation by(Rule other) {
        return new AttributionRelation(clause, sentence, other);
    }
}
