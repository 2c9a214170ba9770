package org.quotecheck.appearance;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;

/** Why a reviewer dropped an appearance; its sender reads the code. */
@RegisterForReflection
public enum DropReason {
    NOT_THERE("not_there"),
    OTHER_WORDS("other_words"),
    PERSONAL_DATA("personal_data"),
    SPAM("spam"),
    OTHER("other");

    @JsonValue
    @EnumeratedValue
    final String code;

    DropReason(String code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return code;
    }
}
