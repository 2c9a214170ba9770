package org.quotecheck.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quotecheck.http.Choice;
import org.quotecheck.problem.Problem;

/** Where the work on a claim stands; what was found is its verdict. */
@RegisterForReflection
public enum ClaimStatus {
    SUBMITTED("submitted"),
    IN_REVIEW("in_review"),
    PROPOSED("proposed"),
    PUBLISHED("published"),
    RETRACTED("retracted"),
    DUPLICATE("duplicate"),
    NOT_CHECKABLE("not_checkable"),
    REJECTED("rejected");

    /** SQL of {@link #isOpen} for the table claim, called c. */
    public static final String OPEN = Stream.of(values())
            .filter(ClaimStatus::isOpen)
            .map(status -> "'" + status.code + "'")
            .collect(Collectors.joining(", ", "c.status in (", ")"));

    @JsonValue
    @EnumeratedValue
    final String code;

    ClaimStatus(String code) {
        this.code = code;
    }

    /**
     * For query parameters
     *
     * @throws Problem 400
     */
    public static ClaimStatus fromString(String code) {
        return Choice.of(ClaimStatus.class, "status", code);
    }

    /** Whether there is work to do. */
    boolean isOpen() {
        return this == SUBMITTED || this == IN_REVIEW || this == PROPOSED;
    }

    @Override
    public String toString() {
        return code;
    }
}
