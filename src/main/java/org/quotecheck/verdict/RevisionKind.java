package org.quotecheck.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;

/** Why a revision was published. */
@RegisterForReflection
public enum RevisionKind {
    INITIAL("initial"),
    UPDATE("update"),
    CORRECTION("correction"),
    RETRACTION("retraction");

    @JsonValue
    @EnumeratedValue
    final String code;

    RevisionKind(String code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return code;
    }
}
