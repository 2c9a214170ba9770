package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;
import org.quotecheck.extraction.Quotation;

/** Direct: all that was said stands inside marks; mixed: words of it stand outside too. */
@RegisterForReflection
public enum QuoteKind {
    DIRECT("direct"),
    MIXED("mixed");

    @JsonValue
    @EnumeratedValue
    final String code;

    QuoteKind(String code) {
        this.code = code;
    }

    static QuoteKind of(Quotation.Kind kind) {
        return switch (kind) {
            case DIRECT -> DIRECT;
            case MIXED -> MIXED;
        };
    }

    @Override
    public String toString() {
        return code;
    }
}
