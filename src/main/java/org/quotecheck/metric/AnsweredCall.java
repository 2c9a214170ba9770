package org.quotecheck.metric;

import org.quotecheck.problem.ProblemType;

/**
 * A call, and how it ended
 *
 * @param requestId as the answer's {@code X-Request-Id} has it
 * @param gatewayId under which a gateway before us keeps the call; null where there is none, or it is the same
 * @param problem slug of the problem that the answer is, or null
 */
public record AnsweredCall(String requestId, String gatewayId, int status, String problem) {

    /** @param given the header X-Request-Id as it came, to whose end a gateway appends its own; or null */
    public static AnsweredCall of(String requestId, String given, int status, String problem) {
        var last = given == null
                ? null
                : given.substring(given.lastIndexOf(',') + 1).strip();
        return new AnsweredCall(requestId, last == null || last.equals(requestId) ? null : last, status, problem);
    }

    boolean isRefused() {
        return status >= 400 && status < 500;
    }

    /** Why it was refused: a type of problem. */
    String kind() {
        return problem == null ? ProblemType.ofStatus(status).slug() : problem;
    }
}
