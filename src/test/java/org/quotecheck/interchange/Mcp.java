package org.quotecheck.interchange;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.quotecheck.Api;

/** Messages to {@code POST /mcp}. */
final class Mcp {

    static final String NEW = "2026-07-28";
    static final Map<String, ?> META = Map.of(
            "io.modelcontextprotocol/protocolVersion", NEW, "io.modelcontextprotocol/clientCapabilities", Map.of());

    private Mcp() {}

    static void refused(RequestSpecification request, int status, int code) {
        request.post("/mcp")
                .then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("jsonrpc", equalTo("2.0"))
                .body("error.code", equalTo(code))
                .body("error.message", not(empty()));
    }

    static Response call(String tool, Map<String, ?> arguments) {
        return legacy(request("tools/call", Map.of("name", tool, "arguments", arguments)));
    }

    static Response legacy(Object message) {
        return mcp().body(message).post("/mcp");
    }

    static Response modern(String method, Map<String, ?> params) {
        var all = new HashMap<String, Object>(params);
        all.put("_meta", META);
        return mcp().header("MCP-Protocol-Version", NEW)
                .header("Mcp-Method", method)
                .body(request(method, all))
                .post("/mcp");
    }

    static Map<String, ?> request(String method, Map<String, ?> params) {
        return Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params);
    }

    static String raw(String message) {
        return mcp().body(message).post("/mcp").asString();
    }

    static RequestSpecification mcp() {
        return Api.nobody().contentType(ContentType.JSON);
    }
}
