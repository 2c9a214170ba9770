package org.quotecheck.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;

/** The second question: did they say it? */
@RegisterForReflection
public enum QuoteVerdict {
    EXACT("exact"),
    FAITHFUL("faithful"),
    ALTERED("altered"),
    OUT_OF_CONTEXT("out_of_context"),
    MISATTRIBUTED("misattributed"),
    FABRICATED("fabricated"),
    UNVERIFIED("unverified");

    @JsonValue
    @EnumeratedValue
    final String code;

    QuoteVerdict(String code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return code;
    }
}
