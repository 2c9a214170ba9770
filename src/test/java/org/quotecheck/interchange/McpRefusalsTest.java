package org.quotecheck.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.quotecheck.interchange.Mcp.mcp;
import static org.quotecheck.interchange.Mcp.raw;
import static org.quotecheck.interchange.Mcp.refused;
import static org.quotecheck.interchange.Mcp.request;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that {@code POST /mcp} refuses: in the form of JSON-RPC, and by their id. */
@QuarkusTest
class McpRefusalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nope",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                "\ufeff{}",
                "{} {}"
            })
    void whatIsNotJsonIsAParseError(String body) {
        refused(mcp().body(body.getBytes(StandardCharsets.UTF_8)), 400, -32700);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"ping\"",
                "null",
                "{}",
                "[]",
                "{\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":[],\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}"
            })
    void whatIsNoMessageIsAnInvalidRequest(String body) {
        refused(mcp().body(body), 400, -32600);
    }

    @Test
    void idsComeBackAsTheyWere() {
        for (var id : List.of("0", "-5", "9007199254740993", "123456789012345678901234567890", "\"\"", "\"\u00e9\"")) {
            assertThat(mcp().body("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}")
                            .post("/mcp")
                            .asString())
                    .contains("\"id\":" + id + ",");
        }
        refused(
                mcp().body("{\"jsonrpc\":\"2.0\",\"id\":\"" + "x".repeat(1_001) + "\",\"method\":\"ping\"}"),
                400,
                -32600);
    }

    @Test
    void halvesOfCharactersComeBackEscaped() {
        for (var id : List.of("\"a\\ud83d\"", "\"\\ude42\"", "\"\\ud83d\\ud83d b\"")) {
            assertThat(raw("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
        }
        assertThat(raw("{\"jsonrpc\":\"2.0\",\"id\":\"\\ud83d\\ude42\",\"method\":\"\\udfff\"}"))
                .contains("\"id\":\"\ud83d\ude42\"")
                .contains("Method not found: \\udfff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MCP-Protocol-Version: 1900-01-01 | {'jsonrpc':'2.0','id':7,'method':'ping'} | 400 | 7",
                "MCP-Protocol-Version: 1900-01-01 | [{'jsonrpc':'2.0','id':7,'method':'ping'}] | 400 | 7",
                "MCP-Protocol-Version: 2025-11-25 | [{'jsonrpc':'2.0','id':'seven','method':'ping'}] | 400 | seven",
                "MCP-Protocol-Version: 2025-11-25 | [{'jsonrpc':'2.0','id':7,'method':'a'},"
                        + "{'jsonrpc':'2.0','id':8}] | 400 |",
                "MCP-Protocol-Version: 1900-01-01 | {'jsonrpc':'2.0','method':'notifications/initialized'} | 400 |",
                "MCP-Protocol-Version: 1900-01-01 | {'jsonrpc':'2.0','id':{},'method':'ping'} | 400 |",
                "MCP-Protocol-Version: 1900-01-01 | {'jsonrpc':'2.0','id':7,'result':{}} | 400 |",
                "MCP-Protocol-Version: 2026-07-28 | {'jsonrpc':'2.0','id':7,'error':{}} | 400 |",
                "Accept: text/html | {'jsonrpc':'2.0','id':7,'method':'ping'} | 406 | 7",
                "Mcp-Method: ping | {'id':7,'method':'ping'} | 400 | 7",
                "Mcp-Method: ping | {'jsonrpc':'1.0','id':'7','method':'ping'} | 400 | 7",
                "Mcp-Method: ping | {'jsonrpc':'2.0','id':7} | 400 | 7",
                "Mcp-Method: ping | {'jsonrpc':'2.0','id':7,'method':{}} | 400 | 7",
                "Mcp-Method: ping | {'jsonrpc':'2.0','id':null,'method':'ping'} | 400 |",
                "Origin: https://rebound.example | {'jsonrpc':'2.0','id':7,'method':'ping'} | 403 |"
            })
    void errorsNameTheMessageWhoseIdCanBeRead(String header, String message, int status, String id) {
        var answer = mcp().header(header.split(": ")[0], header.split(": ")[1])
                .body(message.replace('\'', '"'))
                .post("/mcp");
        answer.then().statusCode(status).body("error.code", lessThanOrEqualTo(-32020));
        assertThat(answer.<Map<String, ?>>path("$").containsKey("id")).isEqualTo(id != null);
        assertThat(id == null || id.equals(answer.path("id").toString())).isTrue();
    }

    /** RFC 9110, section 12.5.1: the most specific range counts, and one that cannot be read forbids nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | 200",
                "application/*;q=0.1 | 200",
                "*/* | 200",
                "*/*;q=0, application/json | 200",
                "application/*;q=0, application/json;q=0.001 | 200",
                "garbage | 200",
                "application/json;q=0 | 406",
                "application/json;q=0.000, */* | 406",
                "*/*;q=1, application/*;q=0 | 406",
                "text/event-stream | 406"
            })
    void acceptIsReadAsHttpReadsIt(String accept, int status) {
        mcp().header("Accept", accept)
                .body(request("ping", Map.of()))
                .post("/mcp")
                .then()
                .statusCode(status);
    }

    @Test
    void aHeaderSentTwiceIsNoReasonToForgetTheId() {
        mcp().header("Mcp-Method", "ping", "pong")
                .body(request("ping", Map.of()))
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("id", equalTo(1))
                .body("error.code", equalTo(-32020));
    }

    @Test
    void eachOfABatchIsRefusedByItsId() {
        mcp().body("[{\"jsonrpc\":\"1.0\",\"id\":4,\"method\":\"ping\"},"
                        + "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"initialize\"},6]")
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("error.code", equalTo(List.of(-32600, -32600, -32600)))
                .body("id", equalTo(java.util.Arrays.asList(4, 5, null)));
    }

    @Test
    void hugeAndDeepBodiesAreRefusedAtOnce() throws IOException {
        // over a bare socket, because clients give up when they are answered while they still send
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(240_000);
            socket.getOutputStream()
                    .write(("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 10000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("application/json")
                    .contains("\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600");
        }
    }

    @Test
    void deepBodiesAreRefused() {
        // not deeper: REST-assured prints requests, indented
        refused(mcp().body("[".repeat(1_100)), 400, -32700);
        refused(mcp().body("{\"params\":".repeat(1_100) + "1" + "}".repeat(1_100)), 400, -32700);
    }
}
