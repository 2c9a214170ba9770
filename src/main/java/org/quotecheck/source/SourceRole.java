package org.quotecheck.source;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;

/** What a source does for or against a claim. */
@RegisterForReflection
public enum SourceRole {
    SUPPORTS("supports"),
    REFUTES("refutes"),
    CONTEXT("context");

    @JsonValue
    @EnumeratedValue
    final String code;

    SourceRole(String code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return code;
    }
}
