package org.quotecheck.interchange;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.quotecheck.problem.ProblemView;

/** An error in the form of Google's APIs: {@code {"error": {code, message, status, errors}}}. */
@RegisterForReflection
record GoogleError(GoogleErrorBody error) {

    @RegisterForReflection
    record GoogleErrorBody(int code, String message, String status, List<GoogleErrorItem> errors) {}

    @RegisterForReflection
    record GoogleErrorItem(String message, String domain, String reason) {}

    static GoogleError of(ProblemView problem) {
        int code = problem.status();
        return new GoogleError(new GoogleErrorBody(
                code,
                problem.detail(),
                status(code),
                List.of(new GoogleErrorItem(problem.detail(), "global", reason(code)))));
    }

    /** The names of google.rpc.Code for HTTP statuses. */
    private static String status(int code) {
        return switch (code) {
            case 400 -> "INVALID_ARGUMENT";
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404, 405 -> "NOT_FOUND";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 501 -> "UNIMPLEMENTED";
            case 503 -> "UNAVAILABLE";
            default -> code < 500 ? "FAILED_PRECONDITION" : "INTERNAL";
        };
    }

    private static String reason(int code) {
        return switch (code) {
            case 403 -> "forbidden";
            case 404 -> "notFound";
            case 405 -> "httpMethodNotAllowed";
            case 429 -> "rateLimitExceeded";
            case 501 -> "notImplemented";
            default -> code < 500 ? "badRequest" : "backendError";
        };
    }
}
