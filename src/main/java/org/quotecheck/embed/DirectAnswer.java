package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.quotecheck.digest.Json;
import org.quotecheck.digest.JsonForm;
import org.quotecheck.http.Audience;
import org.quotecheck.http.CrossOrigin;
import org.quotecheck.http.Reads;
import org.quotecheck.http.ResponseHeaders;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemView;

/**
 * An answer with all the headers that the framework would give it
 *
 * @param body null where there is none
 * @param problem slug of the problem that it is, or null
 */
public record DirectAnswer(int status, Map<String, String> headers, String body, String problem) {

    static final ObjectMapper JSON = JsonForm.mapper();

    /**
     * 304 when the client has it, otherwise 200
     *
     * @param content made only when it is sent
     * @throws Problem 400 when If-None-Match cannot be read
     */
    static DirectAnswer embed(DirectRequest request, String etag, String type, Supplier<byte[]> content) {
        boolean known = Reads.isKnown(request.headers().get("if-none-match"), etag);
        var headers = noHeaders();
        headers.put("ETag", etag);
        if (!known) {
            headers.put("Content-Type", type);
        }
        return complete(request, known ? 304 : 200, headers, known ? null : content.get(), Audience.EMBEDDERS, null);
    }

    /**
     * What the API answers to everybody: 304 when the client has it, otherwise 200
     *
     * @param body null for 304
     */
    static DirectAnswer read(DirectRequest request, String etag, byte[] body) {
        var headers = noHeaders();
        headers.put("ETag", etag);
        CrossOrigin.open(headers::put);
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return complete(request, body == null ? 304 : 200, headers, body, Audience.CALLERS, null);
    }

    /** The same with another cache policy. */
    static DirectAnswer embed(
            DirectRequest request, String etag, String type, Supplier<byte[]> content, String cachePolicy) {
        var answer = embed(request, etag, type, content);
        answer.headers.put("Cache-Control", cachePolicy);
        return answer;
    }

    /** @param audience of the operation that refuses, or nobody where there is none */
    static DirectAnswer refusal(DirectRequest request, Problem problem, Audience audience) {
        var headers = noHeaders();
        headers.putAll(problem.headers());
        headers.put("Content-Type", ProblemView.MEDIA_TYPE);
        var body = Json.bytes(JSON, ProblemView.of(problem, request.path()));
        return complete(
                request,
                problem.type().status(),
                headers,
                body,
                audience,
                problem.type().slug());
    }

    private static Map<String, String> noHeaders() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    private static DirectAnswer complete(
            DirectRequest request,
            int status,
            Map<String, String> headers,
            byte[] body,
            Audience audience,
            String problem) {
        headers.put("X-Request-Id", ResponseHeaders.requestId(request.headers().get("x-request-id")));
        audience.complete(headers::get, headers::put, status);
        if (audience == Audience.EMBEDDERS) {
            CrossOrigin.open(headers::put);
        } else if (audience == Audience.NOBODY) {
            CrossOrigin.vary(headers::get, headers::put);
        }
        if (body == null || request.isHead()) {
            return new DirectAnswer(status, headers, null, problem);
        }
        headers.put("Content-Length", String.valueOf(body.length));
        return new DirectAnswer(status, headers, new String(body, StandardCharsets.UTF_8), problem);
    }
}
