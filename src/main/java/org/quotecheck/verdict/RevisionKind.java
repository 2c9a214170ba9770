package org.quotecheck.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Optional;

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

    /** Empty where this release does not know it. */
    static Optional<RevisionKind> known(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    @Override
    public String toString() {
        return code;
    }
}
