package org.quotecheck.extraction;

import java.util.Locale;

/** How a quotation came to its speaker, with the confidence that the rule earned on annotated news articles. */
enum Rule {
    INVERTED_CUE(0.97),
    CUE_AFTER_QUOTATION(0.97),
    CUE_BEFORE_QUOTATION(0.9),
    ACCORDING_TO(0.92),
    WORDS_OF(0.85),
    QUOTED_AS_SAYING(0.93),
    RELATIVE_CLAUSE(0.68),
    PARTICIPLE(0.83),
    COORDINATED_CUE(0.84),
    SPEAKER_LABEL(0.92),
    DASH_ATTRIBUTION(0.95),
    SIGNATURE(0.95),
    CALLED_BY(0.85),
    POSSESSED_WORDS(0.72),
    CUE_LATER_IN_SENTENCE(0.92),
    SAME_SPEAKER_CONTINUES(0.8),
    COLON_BEFORE_PARAGRAPH(0.88),
    SUBJECT_OF_SENTENCE_BEFORE(0.6),
    SUBJECT_OF_SENTENCE_AFTER(0.6),
    SUBJECT_OF_SENTENCE(0.55),
    LAST_SPEAKER(0.4);

    /** Below it a speaker is a candidate only: for a fact-check a wrong name is worse than none. */
    static final double THRESHOLD = 0.45;

    /** At least this much has a rule that reads who spoke from words next to the quotation. */
    static final double SURE = 0.82;

    final double confidence;

    Rule(double confidence) {
        this.confidence = confidence;
    }

    /** The rule that found the speaker. */
    static Rule of(Speaker speaker) {
        return valueOf(speaker.rule().toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
