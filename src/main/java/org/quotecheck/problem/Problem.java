package org.quotecheck.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error that is answered as RFC 9457 {@code application/problem+json}. The domain's own errors extend it, so that
 * one mapper turns all of them into answers.
 */
public class Problem extends RuntimeException {

    /** One invalid member of the body: an RFC 6901 JSON Pointer to it, and what is wrong in words. */
    @RegisterForReflection
    public record FieldError(String pointer, String detail) {}

    /** That a problem names, of more mistakes only the first. */
    public static final int MOST_ERRORS = 100;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        if (type.status() == 429 || type.status() == 503) {
            header("Retry-After", "60"); // unless somebody knows better
        }
    }

    /** With its type's own explanation: when nothing more is known. */
    public static Problem of(ProblemType type) {
        return new Problem(type, type.explanation());
    }

    /** 400 with what cannot be read. */
    public static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, detail);
    }

    /** 404; says nothing of whether the thing exists for others. */
    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "There is nothing at this address.");
    }

    /** 503: the database cannot be reached, or does not answer in time. */
    public static Problem databaseAway() {
        return new Problem(ProblemType.UNAVAILABLE, "The database cannot be reached.").header("Retry-After", "5");
    }

    /** 503 where an answer would have to link to an address that is not configured. */
    public static Problem addressNotConfigured() {
        return new Problem(ProblemType.ADDRESS_NOT_CONFIGURED, "QUOTECHECK_BASE_URL is not set.");
    }

    /** 422 for one member of the body. */
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    /** 422 for several members of the body, of which the first are named. */
    public static Problem invalid(List<FieldError> errors) {
        var first = errors.getFirst();
        var where = first.pointer().isEmpty() ? "The body" : first.pointer();
        return new Problem(
                ProblemType.INVALID_INPUT,
                where + " " + first.detail() + ".",
                errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
    }

    /** Adds a member of the problem's own, such as {@code allowed}. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a header to the answer. */
    public final Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    List<FieldError> errors() {
        return errors;
    }

    Map<String, Object> members() {
        return members;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
