package org.quotecheck.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** Why a revision was published. */
public enum RevisionKind {
    INITIAL("initial"), UPDATE("update"), CORRECTION("correction"), RETRACTION("retraction");

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
