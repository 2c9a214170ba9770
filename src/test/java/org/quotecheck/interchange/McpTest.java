package org.quotecheck.interchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.interchange.Mcp.META;
import static org.quotecheck.interchange.Mcp.NEW;
import static org.quotecheck.interchange.Mcp.legacy;
import static org.quotecheck.interchange.Mcp.mcp;
import static org.quotecheck.interchange.Mcp.modern;
import static org.quotecheck.interchange.Mcp.refused;
import static org.quotecheck.interchange.Mcp.request;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;

/** {@code POST /mcp}: the rules of both eras. */
@QuarkusTest
class McpTest {

    @Test
    void newEraNeedsNoHandshake() {
        modern("server/discover", Map.of())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Mcp-Session-Id", nullValue())
                .body("result.resultType", equalTo("complete"))
                .body("result.supportedVersions", hasItem(NEW))
                .body("result.cacheScope", equalTo("public"))
                .body("result._meta.'io.modelcontextprotocol/serverInfo'.name", equalTo("quotecheck"));
        modern("tools/list", Map.of())
                .then()
                .statusCode(200)
                .body("result.tools", hasSize(4))
                .body("result.tools.annotations.readOnlyHint", equalTo(List.of(true, true, true, true)))
                .body("result.ttlMs", equalTo(3_600_000));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-03-26",
        "2024-11-05, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "x, 2025-11-25"
    })
    void handshakeAgreesOnAVersion(String asked, String agreed) {
        legacy(Map.of("jsonrpc", "2.0", "id", "a", "method", "initialize", "params", Map.of("protocolVersion", asked)))
                .then()
                .statusCode(200)
                .header("Mcp-Session-Id", nullValue())
                .body("id", equalTo("a"))
                .body("result.protocolVersion", equalTo(agreed))
                .body("result.instructions", containsString("Quotecheck"))
                .body("result.resultType", nullValue());
        legacy(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"))
                .then()
                .statusCode(202)
                .body(equalTo(""));
        legacy(Map.of("jsonrpc", "2.0", "id", 7, "method", "ping")).then().body("result.size()", equalTo(0));
    }

    @Test
    void headersOfTheNewEraAgreeWithTheBody() {
        var body = request("tools/call", Map.of("name", "list_corrections", "_meta", META));
        mcp().header("MCP-Protocol-Version", NEW)
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "=?base64?" + base64("list_corrections") + "?=")
                .body(body)
                .post("/mcp")
                .then()
                .statusCode(200);
        mismatch(mcp().body(body));
        mismatch(mcp().header("MCP-Protocol-Version", NEW).body(body));
        mismatch(mcp().header("MCP-Protocol-Version", "2025-11-25").body(body));
        mismatch(mcp().header("MCP-Protocol-Version", NEW)
                .header("Mcp-Method", "tools/call")
                .body(body));
        mismatch(mcp().header("MCP-Protocol-Version", NEW)
                .header("Mcp-Method", "tools/list")
                .header("Mcp-Name", "list_corrections")
                .body(body));
        mismatch(mcp().header("MCP-Protocol-Version", NEW)
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "LIST_CORRECTIONS")
                .body(body));
        mismatch(mcp().header("MCP-Protocol-Version", NEW)
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "=?base64?*?=")
                .body(body));
        mcp().header("MCP-Protocol-Version", NEW)
                .header("Mcp-Method", "tools/list")
                .body(request("tools/list", Map.of()))
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("error.code", equalTo(-32602));
        var other = Map.of(
                "io.modelcontextprotocol/protocolVersion",
                "1900-01-01",
                "io.modelcontextprotocol/clientCapabilities",
                Map.of());
        mcp().header("MCP-Protocol-Version", "1900-01-01")
                .header("Mcp-Method", "tools/list")
                .body(request("tools/list", Map.of("_meta", other)))
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("error.code", equalTo(-32022))
                .body("error.data.requested", equalTo("1900-01-01"))
                .body("error.data.supported", hasItem(NEW));
        modern("tools/destroy", Map.of())
                .then()
                .statusCode(404)
                .body("id", equalTo(1))
                .body("error.code", equalTo(-32601));
        modern("initialize", Map.of()).then().statusCode(404);
    }

    @Test
    void batchesAreOfOneRevision() {
        var ping = Map.of("jsonrpc", "2.0", "id", 1, "method", "ping");
        var told = Map.of("jsonrpc", "2.0", "method", "notifications/initialized");
        legacy(List.of(ping, told, 5, Map.of("jsonrpc", "2.0", "id", 2, "method", "nope")))
                .then()
                .statusCode(200)
                .body("$", hasSize(3))
                .body("[0].id", equalTo(1))
                .body("[1].error.code", equalTo(-32600))
                .body("[2].error.code", equalTo(-32601));
        legacy(List.of(told, told)).then().statusCode(202);
        refused(mcp().body(Collections.nCopies(21, ping)), 400, -32600);
        for (var version : List.of("2025-06-18", "2025-11-25", NEW)) {
            refused(mcp().header("MCP-Protocol-Version", version).body(List.of(ping)), 400, -32600);
        }
    }

    @Test
    void otherFormsAreRefusedInTheProtocolsOwn() {
        var ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        refused(Api.nobody().contentType("text/plain").body(ping), 415, -32600);
        for (var accept :
                List.of("application/json, text/event-stream", "*/*", "application/*", "text/html, */*;q=0.1")) {
            mcp().header("Accept", accept)
                    .body(ping)
                    .post("/mcp")
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.JSON);
        }
        for (var accept : List.of("text/event-stream", "text/html", "application/json;q=0", "image/png")) {
            refused(mcp().header("Accept", accept).body(ping), 406, -32600);
        }
        for (var method : List.of("GET", "DELETE", "PUT")) {
            Api.nobody()
                    .request(method, "/mcp")
                    .then()
                    .statusCode(405)
                    .header("Allow", containsString("POST"))
                    .contentType(ContentType.JSON)
                    .body("error.code", equalTo(-32600));
        }
        mcp().header("Mcp-Session-Id", "x").body(ping).post("/mcp").then().statusCode(200);
        mcp().header("Authorization", "Bearer broken")
                .body(ping)
                .post("/mcp")
                .then()
                .statusCode(200);
    }

    @Test
    void pagesOfOtherSitesDoNotReachADevelopersMachine() {
        var ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        for (var origin : List.of("http://localhost:3000", "https://127.0.0.1", "http://[::1]:8080")) {
            mcp().header("Origin", origin).body(ping).post("/mcp").then().statusCode(200);
        }
        for (var origin : List.of(
                "https://rebound.example", "null", "http://localhost.rebound.example", "http://127.0.0.1.example")) {
            refused(mcp().header("Origin", origin).body(ping), 403, -32600);
            McpOrigins.requireAllowed(List.of(origin), false);
            assertThatThrownBy(() -> McpOrigins.requireAllowed(List.of(origin), true))
                    .isInstanceOf(JsonRpcFault.class);
        }
    }

    private static void mismatch(RequestSpecification request) {
        request.post("/mcp").then().statusCode(400).body("id", equalTo(1)).body("error.code", equalTo(-32020));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
