package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.Quotation;

/** Direct: everything that was said is inside marks; mixed: some words of it are outside. */
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

    /** Of words that somebody marked: direct where there are quotation marks around them. */
    static QuoteKind of(Part part) {
        return isInMarks(part) ? DIRECT : MIXED;
    }

    private static boolean isInMarks(Part part) {
        return !part.prefix().isEmpty()
                && !part.suffix().isEmpty()
                && isMark(part.prefix().charAt(part.prefix().length() - 1))
                && isMark(part.suffix().charAt(0));
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return c == '"'
                || c == '\''
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || c == '„'
                || c == '「'
                || c == '」';
    }

    @Override
    public String toString() {
        return code;
    }
}
