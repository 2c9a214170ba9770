package org.quotecheck.extraction;

/** A word class of the lexicon; a word may have several. */
enum Trait {
    SAY,
    CALL,
    WEAK,
    RETORT,
    PAST_VERB,
    AUXILIARY,
    NEGATION,
    ADVERB,
    DETERMINER,
    POSSESSIVE,
    PRONOUN,
    PERSONAL,
    INDEFINITE,
    RELATIVE,
    PREPOSITION,
    CONJUNCTION,
    DAY,
    TIME,
    TITLE,
    ROLE,
    KIN,
    MALE_NOUN,
    FEMALE_NOUN,
    ORGANIZATION,
    DOCUMENT,
    SPEECH_NOUN,
    VERB_ONLY,
    TERM,
    WORDING,
    PARTICLE,
    SUFFIX,
    OFFICE,
    ABBREVIATION,
    STARTER,
    COUNTRY_ADJECTIVE,
    MALE,
    FEMALE,
    /** A form of a reporting verb that has a subject: "said", "says". */
    FINITE,
    /** "saying". */
    ING,
    /** "say". */
    BASE;

    final long bit = 1L << ordinal();
}
