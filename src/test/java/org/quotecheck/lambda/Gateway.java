package org.quotecheck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What AWS has around a function: an HTTP API that turns requests into events (payload format 2.0), and the Lambda
 * Runtime API from which the function takes them.
 */
final class Gateway implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/invocation/";
    private static final int MAX_SECONDS = 60;
    /** Bytes, as AWS has it. */
    private static final int MAX_ANSWER = 6_291_556;

    private static final String TEXT =
            "(text/.*|application/(json|javascript|xml)|application/[^;]*\\+(json|xml))(;.*)?";

    private record Invocation(String id, byte[] event) {}

    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final HttpServer front = server(this::request);
    private final HttpServer runtime = server(this::runtime);

    int port() {
        return front.getAddress().getPort();
    }

    /** Value of AWS_LAMBDA_RUNTIME_API. */
    String runtimeApi() {
        return "127.0.0.1:" + runtime.getAddress().getPort();
    }

    /** @throws FunctionFailed when the function says so */
    JsonNode invoke(String event) {
        var id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        waiting.add(new Invocation(id, event.getBytes(StandardCharsets.UTF_8)));
        try {
            return answer.get(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (FunctionFailed) e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void request(HttpExchange exchange) throws IOException {
        try {
            send(exchange, invoke(event(exchange).toString()));
        } catch (FunctionFailed | IllegalStateException e) {
            exchange.sendResponseHeaders(502, -1);
            exchange.close();
        }
    }

    private ObjectNode event(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var event = json.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", uri.getRawPath())
                .put("rawQueryString", uri.getRawQuery() == null ? "" : uri.getRawQuery());
        var headers = event.putObject("headers");
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Cookie")) {
                values.forEach(value -> Stream.of(value.split("; ")).forEach(event.withArrayProperty("cookies")::add));
            } else {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        var context = event.putObject("requestContext")
                .put("accountId", "123456789012")
                .put("apiId", "api")
                .put("stage", "$default")
                .put("requestId", UUID.randomUUID().toString())
                .put("domainName", "facts.example");
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", uri.getRawPath())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "192.0.2.1")
                .put("userAgent", "test");
        var body = exchange.getRequestBody().readAllBytes();
        boolean binary = body.length > 0 && !isText(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (body.length > 0) {
            event.put(
                    "body",
                    binary ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8));
        }
        return event.put("isBase64Encoded", binary);
    }

    /**
     * What API Gateway hands on as it is; all else, and what names no type, is base64 (Working with AWS Lambda proxy
     * integrations for HTTP APIs, payload format 2.0)
     */
    private static boolean isText(String type) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).matches(TEXT);
    }

    private void send(HttpExchange exchange, JsonNode answer) throws IOException {
        answer.path("headers")
                .properties()
                .forEach(header -> exchange.getResponseHeaders()
                        .add(header.getKey(), header.getValue().asText()));
        answer.path("multiValueHeaders")
                .properties()
                .forEach(header -> header.getValue()
                        .forEach(value -> exchange.getResponseHeaders().add(header.getKey(), value.asText())));
        exchange.getResponseHeaders().remove("content-length");
        var text = answer.path("body").asText("");
        var body = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        int status = answer.path("statusCode").asInt();
        boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void runtime(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try {
            if (path.equals(RUNTIME + "next")) {
                var next = waiting.take();
                exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", next.id());
                exchange.getResponseHeaders()
                        .add(
                                "Lambda-Runtime-Invoked-Function-Arn",
                                "arn:aws:lambda:eu-west-1:123456789012:function:quotecheck");
                exchange.getResponseHeaders()
                        .add(
                                "Lambda-Runtime-Deadline-Ms",
                                String.valueOf(System.currentTimeMillis() + MAX_SECONDS * 1000L));
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, next.event().length);
                exchange.getResponseBody().write(next.event());
            } else {
                var parts = path.substring(RUNTIME.length()).split("/");
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        front.stop(0);
        runtime.stop(0);
    }

    private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", handler);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
