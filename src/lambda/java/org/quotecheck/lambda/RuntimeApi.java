package org.quotecheck.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaContext;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** The Lambda Runtime API, version 2018-06-01, as a custom runtime uses it. */
final class RuntimeApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;

    /** One event; {@code context} is what AWS says about its invocation. */
    record Invocation(String id, byte[] event, Context context) {}

    /** @param address host and port */
    RuntimeApi(String address) {
        base = "http://" + address + "/2018-06-01/runtime/invocation/";
    }

    /** Waits for the next event. */
    Invocation next() throws IOException {
        var request = open("next");
        try (var in = request.getInputStream()) {
            var event = in.readAllBytes();
            var context = new AmazonLambdaContext(
                    request, AmazonLambdaMapperRecorder.cognitoIdReader, AmazonLambdaMapperRecorder.clientCtxReader);
            var trace = request.getHeaderField("Lambda-Runtime-Trace-Id");
            if (trace != null) {
                System.setProperty("com.amazonaws.xray.traceHeader", trace);
            }
            return new Invocation(context.getAwsRequestId(), event, context);
        }
    }

    /** @throws IOException also when the answer is refused, as one over 6 MB is */
    void answer(Invocation invocation, byte[] answer) throws IOException {
        post(invocation.id() + "/response", answer);
    }

    void fail(Invocation invocation, Throwable reason, String message) throws IOException {
        post(
                invocation.id() + "/error",
                JSON.writeValueAsBytes(Map.of("errorType", reason.getClass().getName(), "errorMessage", message)));
    }

    private void post(String path, byte[] body) throws IOException {
        var request = open(path);
        request.setRequestMethod("POST");
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(body.length);
        try (var out = request.getOutputStream()) {
            out.write(body);
        }
        try (var in = request.getInputStream()) {
            in.readAllBytes();
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    }
}
