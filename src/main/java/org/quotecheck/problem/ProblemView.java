package org.quotecheck.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** An error as clients see it: RFC 9457, section 3, with {@code errors} for invalid members of the body. */
@RegisterForReflection
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Problem.FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemView of(Problem problem, String instance) {
        var type = problem.type();
        return new ProblemView(
                "/problems/" + type.slug(),
                type.title(),
                type.status(),
                problem.getMessage(),
                instance,
                problem.errors().isEmpty() ? null : problem.errors(),
                problem.members());
    }
}
