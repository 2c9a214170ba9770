package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;

/** Who found a quote, or had the last word on it: what a person marked or corrected, no engine changes. */
@RegisterForReflection
public enum QuoteOrigin {
    MACHINE("machine"),
    PERSON("person");

    @JsonValue
    @EnumeratedValue
    final String code;

    QuoteOrigin(String code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return code;
    }
}
