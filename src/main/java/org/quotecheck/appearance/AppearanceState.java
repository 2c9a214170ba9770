package org.quotecheck.appearance;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.quotecheck.problem.Problem;

/** Whether a reviewer has looked at an appearance: only confirmed ones are public. */
@RegisterForReflection
public enum AppearanceState {
    PENDING("pending"),
    CONFIRMED("confirmed"),
    DROPPED("dropped");

    @JsonValue
    @EnumeratedValue
    final String code;

    AppearanceState(String code) {
        this.code = code;
    }

    /**
     * For query parameters
     *
     * @throws Problem 400
     */
    public static AppearanceState fromString(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("state must be one of "
                        + Arrays.stream(values()).map(AppearanceState::toString).collect(Collectors.joining(", "))
                        + "."));
    }

    @Override
    public String toString() {
        return code;
    }
}
