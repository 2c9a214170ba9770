package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;

/**
 * Both eras of the protocol (its section "Versioning and Compatibility"): a request that carries a version in
 * {@code _meta} is of revision 2026-07-28; all others are of the revisions with a handshake, and nothing is remembered
 * of them.
 */
@ApplicationScoped
class McpServer {

    private static final String META = "io.modelcontextprotocol/";
    private static final String BASE64 = "=?base64?";
    private static final int MOST_IN_A_BATCH = 20;
    /** Tools change with a release alone. */
    private static final int TOOLS_LIVE_MS = 3_600_000;

    private final McpTools tools;
    private final Organization organization;

    McpServer(McpTools tools, Organization organization) {
        this.tools = tools;
        this.organization = organization;
    }

    /**
     * Null where nothing is to be answered: to notifications
     *
     * @param version the header of that name, or null; the other two likewise
     * @throws JsonRpcFault where the whole request is refused
     */
    JsonNode answer(JsonNode content, String version, String method, String name) {
        if (version != null && !McpVersion.ALL.contains(version)) {
            throw JsonRpcFault.unsupportedVersion(version);
        }
        if (content.isArray()) {
            return answerBatch(content, version);
        }
        requireMessage(content);
        var said = content.at("/params/_meta").get(META + "protocolVersion");
        boolean stateless = said != null || McpVersion.STATELESS.equals(version);
        if (!content.has("method")) { // an answer, to a question that was never asked
            if (stateless) {
                throw JsonRpcFault.invalidRequest("A request or a notification is required.");
            }
            return null;
        }
        return stateless ? stateless(content, version, method, name) : withHandshake(content);
    }

    private JsonNode answerBatch(JsonNode batch, String version) {
        if (version != null && !version.equals(McpVersion.WITH_BATCHES)) {
            throw JsonRpcFault.invalidRequest("A batch is allowed only in revision 2025-03-26; send one message.");
        }
        if (batch.isEmpty() || batch.size() > MOST_IN_A_BATCH) {
            throw JsonRpcFault.invalidRequest("A batch must have 1 to " + MOST_IN_A_BATCH + " messages.");
        }
        var answers = JsonNodeFactory.instance.arrayNode();
        for (var message : batch) {
            try {
                requireMessage(message);
                if (message.path("method").asText().equals("initialize")) {
                    throw JsonRpcFault.invalidRequest("initialize must not be in a batch.");
                }
                var answer = message.has("method") ? withHandshake(message) : null;
                if (answer != null) {
                    answers.add(answer);
                }
            } catch (JsonRpcFault fault) {
                answers.add(JsonRpc.error(JsonRpc.readableId(message), fault));
            }
        }
        return answers.isEmpty() ? null : answers;
    }

    private static void requireMessage(JsonNode message) {
        if (!"2.0".equals(message.path("jsonrpc").textValue())) {
            throw JsonRpcFault.invalidRequest("The body must be a JSON-RPC 2.0 message.");
        }
        if (message.has("method")
                ? !message.get("method").isTextual()
                : !message.has("result") && !message.has("error")) {
            throw JsonRpcFault.invalidRequest("method must be a string.");
        }
        JsonRpc.id(message);
    }

    private JsonNode withHandshake(JsonNode message) {
        var id = JsonRpc.id(message);
        if (id == null) {
            return null;
        }
        try {
            var params = params(message);
            return JsonRpc.result(
                    id,
                    switch (message.get("method").textValue()) {
                        case "initialize" -> initialize(params);
                        case "ping" -> JsonRpc.object();
                        case "tools/list" -> tools.list();
                        case "tools/call" -> tools.call(params);
                        default -> throw unknown(200, message);
                    });
        } catch (JsonRpcFault fault) {
            return JsonRpc.error(id, fault);
        }
    }

    private ObjectNode initialize(JsonNode params) {
        var version = params.path("protocolVersion");
        if (!version.isTextual()) {
            throw new JsonRpcFault(200, JsonRpcFault.INVALID_PARAMS, "protocolVersion is required.");
        }
        var result = JsonRpc.object().put("protocolVersion", McpVersion.agreed(version.textValue()));
        result.putObject("capabilities").putObject("tools");
        result.set("serverInfo", serverInfo());
        return result.put("instructions", tools.instructions());
    }

    /** @throws JsonRpcFault with the status that the revision gives it */
    private JsonNode stateless(JsonNode message, String version, String method, String name) {
        var id = JsonRpc.id(message);
        if (id == null) {
            return null;
        }
        var params = params(message);
        requireMetadata(message, params, version, method, name);
        var result = switch (message.get("method").textValue()) {
            case "server/discover" -> discover();
            case "tools/list" -> cacheable(tools.list());
            case "tools/call" -> tools.call(params);
            default -> throw unknown(404, message);
        };
        result.put("resultType", "complete").putObject("_meta").set(META + "serverInfo", serverInfo());
        return JsonRpc.result(id, result);
    }

    private ObjectNode discover() {
        var result = JsonRpc.object();
        McpVersion.ALL.forEach(result.putArray("supportedVersions")::add);
        result.putObject("capabilities").putObject("tools");
        return cacheable(result.put("instructions", tools.instructions()));
    }

    private static ObjectNode cacheable(ObjectNode result) {
        return result.put("ttlMs", TOOLS_LIVE_MS).put("cacheScope", "public");
    }

    private ObjectNode serverInfo() {
        return JsonRpc.object()
                .put("name", "quotecheck")
                .put("title", "Fact checks by " + organization.name())
                .put("version", Edition.version());
    }

    /** What the headers say must be what the body says (Streamable HTTP, "Server Validation"). */
    private static void requireMetadata(JsonNode message, JsonNode params, String version, String method, String name) {
        var said = params.path("_meta").path(META + "protocolVersion");
        if (version == null) {
            throw JsonRpcFault.headerMismatch("The header MCP-Protocol-Version is required.");
        }
        if (!said.isTextual()) {
            throw new JsonRpcFault(400, JsonRpcFault.INVALID_PARAMS, "_meta must have " + META + "protocolVersion.");
        }
        if (!version.equals(said.textValue())) {
            throw JsonRpcFault.headerMismatch("MCP-Protocol-Version and the version in _meta must be the same.");
        }
        if (!version.equals(McpVersion.STATELESS)) {
            throw JsonRpcFault.unsupportedVersion(version);
        }
        if (!params.path("_meta").path(META + "clientCapabilities").isObject()) {
            throw new JsonRpcFault(400, JsonRpcFault.INVALID_PARAMS, "_meta must have " + META + "clientCapabilities.");
        }
        requireSame("Mcp-Method", method, message.get("method"));
        if (message.get("method").textValue().equals("tools/call") && params.has("name")) {
            requireSame("Mcp-Name", name == null ? null : decoded(name), params.get("name"));
        }
    }

    private static void requireSame(String header, String value, JsonNode inBody) {
        if (value == null) {
            throw JsonRpcFault.headerMismatch("The header " + header + " is required.");
        }
        if (!value.equals(inBody.textValue())) {
            throw JsonRpcFault.headerMismatch("The header " + header + " and the body must say the same.");
        }
    }

    /** Streamable HTTP, "Value Encoding". */
    private static String decoded(String value) {
        if (!value.startsWith(BASE64) || !value.endsWith("?=") || value.length() < BASE64.length() + 2) {
            return value;
        }
        try {
            return new String(
                    Base64.getDecoder().decode(value.substring(BASE64.length(), value.length() - 2)),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw JsonRpcFault.headerMismatch("The header Mcp-Name cannot be decoded.");
        }
    }

    private static JsonNode params(JsonNode message) {
        var params = message.get("params");
        if (params != null && !params.isObject()) {
            throw new JsonRpcFault(200, JsonRpcFault.INVALID_PARAMS, "params must be an object.");
        }
        return params == null ? JsonRpc.object() : params;
    }

    private static JsonRpcFault unknown(int status, JsonNode message) {
        var method = message.get("method").textValue();
        return new JsonRpcFault(
                status,
                JsonRpcFault.METHOD_NOT_FOUND,
                "Method not found: " + method.substring(0, Math.min(method.length(), 100)));
    }
}
