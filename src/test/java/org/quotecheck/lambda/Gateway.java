package org.quotecheck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The HTTP API that AWS has before a function: it turns requests into events (payload format 2.0). */
public final class Gateway implements AutoCloseable {

    private static final String TEXT =
            "(text/.*|application/(json|javascript|xml)|application/[^;]*\\+(json|xml))(;.*)?";

    private final ObjectMapper json = new ObjectMapper();
    private final UnaryOperator<JsonNode> function;
    private final HttpServer front = server(this::request);

    /** @param function answers an event: {@link FunctionFailed} is 502, and {@link RuntimeApi.Gone} hangs up */
    public Gateway(UnaryOperator<JsonNode> function) {
        this.function = function;
    }

    public int port() {
        return front.getAddress().getPort();
    }

    private void request(HttpExchange exchange) throws IOException {
        try {
            send(exchange, function.apply(event(exchange)));
        } catch (FunctionFailed e) {
            exchange.sendResponseHeaders(502, -1);
        } catch (RuntimeApi.Gone e) {
            // nobody knows what was done, and so nothing is said
        } finally {
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
    }

    @Override
    public void close() {
        front.stop(0);
    }

    static HttpServer server(HttpHandler handler) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", handler);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
