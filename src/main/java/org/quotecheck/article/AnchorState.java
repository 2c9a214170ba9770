package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;

/** Where a quote's words are in the article's current version: as they were, close to that, or nowhere. */
@RegisterForReflection
public enum AnchorState {
    EXACT("exact"),
    MOVED("moved"),
    ORPHANED("orphaned");

    @JsonValue
    @EnumeratedValue
    final String code;

    AnchorState(String code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return code;
    }
}
