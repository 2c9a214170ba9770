package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generated texts wherever a caller's text is read, over HTTP: an answer or a problem of the caller, nothing else. */
@Slow
@QuarkusTest
class HostileRequestsTest {

    private static final Contract CONTRACT = new Contract();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEPARATOR = "\u001f";
    private static final List<String> ARGUMENTS = List.of("query", "claimant", "url", "id", "language", "since");
    /** What no encoder writes: octets that are no UTF-8, and half an escape. */
    private static final List<String> RAW = List.of("%ED%A0%80", "%C0%80", "%FF", "%00", "%0d%0a", "%", "%2", "+", "");

    @TestHTTPResource("/")
    URI service;

    private final Random random = new Random(20_260_101);

    @Test
    void everyParameterIsReadOrRefused() throws IOException {
        var world = world();
        var texts = HostileText.some(2_000, 4_000, random);
        int sent = 0;
        for (var operation : reads()) {
            for (var parameter : operation.parameters()) {
                if (!parameter.path("in").asText().equals("query")) {
                    continue;
                }
                var path = path(world, operation) + '?' + parameter.path("name").asText() + '=';
                for (int i = 0; i < 12; i++) {
                    answered(caller(), path + encoded(texts.get(sent++ % texts.size())));
                }
                for (var octets : RAW) {
                    raw("GET", path + octets, "Accept: */*", "");
                }
            }
        }
        assertThat(sent).isGreaterThan(500);
    }

    /** Which are right in all but a part of the key. */
    @Test
    void forgedCursorIsOneOrMalformed() {
        var world = world();
        var texts = HostileText.some(300, 500, random);
        int forged = 0;
        for (var operation : reads()) {
            if (operation.parameters().stream()
                    .noneMatch(parameter -> parameter.path("name").asText().equals("cursor"))) {
                continue;
            }
            var path = path(world, operation) + "?limit=1";
            var next = next(path);
            for (int i = 0; next != null && i < 25; i++) {
                var parts =
                        new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8).split(SEPARATOR, -1);
                parts[1 + random.nextInt(parts.length - 1)] = texts.get(forged++ % texts.size());
                var cursor = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
                answered(Api.editor(), path + "&cursor=" + cursor);
            }
        }
        assertThat(forged).isGreaterThan(150);
    }

    /** A cursor of its list's next page; null where it has one page, or none that is JSON. */
    private static String next(String path) {
        var first = Api.editor().urlEncodingEnabled(false).get(path);
        return first.contentType().startsWith("application/json") && first.statusCode() == 200
                ? first.path("nextCursor")
                : null;
    }

    @Test
    void headerIsReadOrRefused() throws IOException {
        var world = world();
        for (var operation : reads()) {
            var path = path(world, operation);
            for (var text : HostileText.some(3, 2_000, random)) {
                raw("GET", path, "If-None-Match: " + field(text), "");
                raw("GET", path, "Accept: " + field(text), "");
                raw("GET", path, "Authorization: Bearer " + field(text), "");
            }
        }
    }

    @Test
    void idempotencyKeyIsOneOrMalformed() throws IOException {
        var statuses = new ArrayList<Integer>();
        for (var text : HostileText.some(250, 400, random)) {
            var body = "{\"text\": \"" + Api.unique("We won") + "\"}";
            var key = "Authorization: Bearer " + Api.token("hostile", "submitter") + "\r\nIdempotency-Key: "
                    + field(text);
            int first = raw("POST", "/v1/claims", key, body);
            statuses.add(first);
            assertThat(raw("POST", "/v1/claims", key, body)).as(key).isEqualTo(first);
        }
        assertThat(statuses).contains(201, 400).containsOnly(201, 400);
    }

    @Test
    void messageToMcpIsAnsweredAsJsonRpcRequires() {
        var texts = HostileText.some(500, 3_000, random);
        for (int i = 0; i < 600; i++) {
            var message = message(texts.get(i % texts.size()));
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                change(message, texts.get(random.nextInt(texts.size())));
            }
            var body = random.nextInt(12) == 0 ? texts.get(i % texts.size()) : message.toString();
            var request = Api.nobody().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
            if (random.nextBoolean()) {
                request.header("MCP-Protocol-Version", any("2026-07-28", "2025-11-25", "2025-03-26", "1"));
                request.header("Mcp-Method", any("tools/call", "tools/list", "=?base64?QQ==?=", "=?base64?%?="));
            }
            var answer = request.post("/mcp");
            assertThat(answer.statusCode()).as(body).isIn(200, 202, 400, 404);
            assertThat(answer.asString()).as(body).doesNotContain("-32603").hasSizeLessThan(100_000);
        }
    }

    private ObjectNode message(String text) {
        var message = JsonNodeFactory.instance.objectNode();
        message.put("jsonrpc", "2.0").put("id", random.nextInt());
        message.put("method", any("tools/call", "tools/list", "initialize", "ping", "server/discover", text));
        var params = message.putObject("params");
        params.put(
                "name",
                any("search_fact_checks", "list_corrections", "get_fact_check", "fact_checks_for_article", text));
        params.put("protocolVersion", "2025-11-25");
        ARGUMENTS.forEach(argument -> {
            if (random.nextInt(3) == 0) {
                params.withObjectProperty("arguments").put(argument, text);
            }
        });
        if (random.nextBoolean()) {
            params.putObject("_meta")
                    .put("io.modelcontextprotocol/protocolVersion", any("2026-07-28", text))
                    .putObject("io.modelcontextprotocol/clientCapabilities");
        }
        return message;
    }

    /** Puts something else in the place of one of its values. */
    private void change(ObjectNode message, String text) {
        var objects = new ArrayList<ObjectNode>();
        objects(message, objects);
        var object = objects.get(random.nextInt(objects.size()));
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.isEmpty() || random.nextInt(5) == 0 ? text : names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, random.nextDouble() * Double.MAX_VALUE);
            case 3 -> object.put(name, random.nextBoolean());
            case 4 -> object.set(name, deep(200));
            case 5 -> object.putArray(name).add(text).add(1);
            default -> object.put(name, text);
        }
    }

    private static void objects(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.forEach(child -> objects(child, found));
    }

    private static ArrayNode deep(int levels) {
        var inner = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < levels; i++) {
            inner = JsonNodeFactory.instance.arrayNode().add(inner);
        }
        return inner;
    }

    private FuzzWorld world() {
        var world = new FuzzWorld(random, (operation, answer) -> {});
        for (int i = 0; i < 90; i++) {
            world.step();
        }
        return world;
    }

    private static List<Contract.Operation> reads() {
        return CONTRACT.operations().values().stream()
                .filter(operation -> operation.method().equalsIgnoreCase("get"))
                .toList();
    }

    private static String path(FuzzWorld world, Contract.Operation operation) {
        var path = operation.path();
        for (var parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("path")) {
                var name = parameter.path("name").asText();
                var id = world.id(operation.path(), name);
                path = path.replace('{' + name + '}', id == null ? "x" : id);
            }
        }
        return path;
    }

    private RequestSpecification caller() {
        return Stream.of(Api.nobody(), Api.submitter(), Api.reviewer(), Api.editor())
                .skip(random.nextInt(4))
                .findFirst()
                .orElseThrow();
    }

    private static void answered(RequestSpecification caller, String target) {
        Response answer =
                caller.urlEncodingEnabled(false).redirects().follow(false).get(target);
        requireAnswer(target, target, answer.statusCode());
        assertThat(answer.header("X-Request-Id")).as(target).isNotNull();
    }

    /** @return the status */
    private int raw(String method, String path, String header, String body) throws IOException {
        try (var socket = new Socket("localhost", service.getPort())) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write((method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).as(header).startsWith("HTTP/1.1 ").containsIgnoringCase("\r\nx-request-id: ");
            int status = Integer.parseInt(answer.substring(9, 12));
            requireAnswer(path, path + ' ' + header, status);
            return status;
        }
    }

    /**
     * What is not implemented is answered by 501: of oEmbed a format (its section 2.3.3), and Google's search by
     * picture.
     */
    private static void requireAnswer(String target, String asked, int status) {
        boolean mayBeMissing = target.startsWith("/oembed") || target.startsWith("/v1alpha1/claims:imageSearch");
        if (!mayBeMissing || status != 501) {
            assertThat(status).as(asked).isLessThan(500);
        }
    }

    /** Its UTF-8 as a field has it, without ends of lines. */
    private static String field(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", " ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }
}
