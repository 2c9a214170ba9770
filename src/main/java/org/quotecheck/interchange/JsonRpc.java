package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages of JSON-RPC 2.0. */
final class JsonRpc {

    private static final int LONGEST_ID = 1_000;

    private JsonRpc() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode result(JsonNode id, ObjectNode result) {
        var answer = message(id);
        answer.set("result", result);
        return answer;
    }

    /** @param id null where it is not known, as the protocol has it */
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
        if (id != null && !id.isIntegralNumber() && !id.isTextual()
                || id != null && id.asText().length() > LONGEST_ID) {
            throw JsonRpcFault.invalidRequest("id must be a string of at most 1,000 characters or an integer.");
        }
        return id;
    }
}
