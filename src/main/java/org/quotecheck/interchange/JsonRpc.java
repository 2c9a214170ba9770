package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Messages of JSON-RPC 2.0. */
final class JsonRpc {

    private static final int LONGEST_ID = 1_000;
    /** Halves of characters, which UTF-8 cannot hold: JSON can, escaped (RFC 8259, section 8.2). */
    private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");

    private JsonRpc() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode result(JsonNode id, ObjectNode result) {
        var answer = message(id);
        answer.set("result", result);
        return answer;
    }

    /** @param id null where it is not known; then there is none, because the Model Context Protocol has no null ids */
    static ObjectNode error(JsonNode id, JsonRpcFault fault) {
        var answer = message(id);
        var error = answer.putObject("error").put("code", fault.code()).put("message", fault.getMessage());
        if (fault.data() != null) {
            error.set("data", fault.data());
        }
        return answer;
    }

    private static ObjectNode message(JsonNode id) {
        var message = object().put("jsonrpc", "2.0");
        if (id != null) {
            message.set("id", id);
        }
        return message;
    }

    /**
     * The id of a request; null for a notification
     *
     * @throws JsonRpcFault 400 for any other type than the protocol has
     */
    static JsonNode id(JsonNode message) {
        var id = message.get("id");
        if (id != null && !isId(id)) {
            throw JsonRpcFault.invalidRequest("id must be a string of at most 1,000 characters or an integer.");
        }
        return id;
    }

    /**
     * The id with which an error can be told from others, whatever else is wrong with the message; null where there is
     * none, as in an answer, which has the id of a question of ours
     */
    static JsonNode readableId(JsonNode message) {
        var request = message.isArray() && message.size() == 1 ? message.get(0) : message;
        var id = request.get("id");
        boolean answer = !request.has("method") && (request.has("result") || request.has("error"));
        return id == null || answer || !isId(id) ? null : id;
    }

    private static boolean isId(JsonNode id) {
        return (id.isIntegralNumber() || id.isTextual()) && id.asText().length() <= LONGEST_ID;
    }

    /** As it is sent. */
    static String text(JsonNode message) {
        return UNPAIRED.matcher(message.toString())
                .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    }
}
