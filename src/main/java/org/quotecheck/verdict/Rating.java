package org.quotecheck.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;
import java.util.OptionalInt;
import org.quotecheck.http.Choice;
import org.quotecheck.problem.Problem;

/** What was found: five ratings on an ordinal scale from 1 (false) to 5 (true), and others that never get a number. */
@RegisterForReflection
public enum Rating {
    FALSE("false"),
    MOSTLY_FALSE("mostly_false"),
    MIXED("mixed"),
    MOSTLY_TRUE("mostly_true"),
    TRUE("true"),
    MISSING_CONTEXT("missing_context"),
    OUTDATED("outdated"),
    UNVERIFIABLE("unverifiable"),
    SATIRE("satire"),
    NOT_FACTUAL("not_factual");

    public static final int WORST = 1;
    public static final int BEST = 5;

    @JsonValue
    @EnumeratedValue
    final String code;

    Rating(String code) {
        this.code = code;
    }

    /**
     * For query parameters
     *
     * @throws Problem 400
     */
    public static Rating fromString(String code) {
        return Choice.of(Rating.class, "rating", code);
    }

    /** 1 to 5; empty off the scale. */
    public OptionalInt scaleValue() {
        return ordinal() < BEST ? OptionalInt.of(ordinal() + WORST) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return code;
    }
}
