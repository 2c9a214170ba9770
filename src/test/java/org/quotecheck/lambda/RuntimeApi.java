package org.quotecheck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The Lambda Runtime API, from which one function takes its events. */
public final class RuntimeApi implements AutoCloseable {

    /** The function ended, or did not answer in time: AWS tells the caller, and nobody else knows what was done. */
    public static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final String PATH = "/2018-06-01/runtime/invocation/";
    private static final int MAX_SECONDS = 240;
    /** Bytes, as AWS has it. */
    private static final int MAX_ANSWER = 6_291_556;

    private record Invocation(String id, byte[] event) {}

    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final HttpServer server = Gateway.server(this::serve);
    private volatile boolean isClosed;

    /** Value of AWS_LAMBDA_RUNTIME_API. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Hands the event to the function, and waits for its answer
     *
     * @throws FunctionFailed when the function says so
     * @throws Gone
     */
    public JsonNode invoke(String event) {
        var id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        waiting.add(new Invocation(id, event.getBytes(StandardCharsets.UTF_8)));
        if (isClosed) {
            throw new Gone();
        }
        try {
            return answer.get(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new Gone();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try {
            if (path.equals(PATH + "next")) {
                hand(exchange, waiting.take());
            } else {
                take(exchange, path.substring(PATH.length()).split("/"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static void hand(HttpExchange exchange, Invocation next) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.add("Lambda-Runtime-Aws-Request-Id", next.id());
        headers.add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:quotecheck");
        headers.add("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + MAX_SECONDS * 1000L));
        headers.add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, next.event().length);
        exchange.getResponseBody().write(next.event());
    }

    /** @param parts the invocation's id, and what this is: response or error */
    private void take(HttpExchange exchange, String[] parts) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (body.length > MAX_ANSWER) {
            exchange.sendResponseHeaders(413, -1);
            return;
        }
        var said = json.readTree(body);
        if (parts[1].equals("response")) {
            answers.remove(parts[0]).complete(said);
        } else {
            answers.remove(parts[0]).completeExceptionally(new FunctionFailed(said));
        }
        exchange.sendResponseHeaders(202, -1);
    }

    /** Whoever waits learns that the function is gone. */
    @Override
    public void close() {
        isClosed = true;
        server.stop(0);
        answers.values().forEach(answer -> answer.completeExceptionally(new Gone()));
    }
}
