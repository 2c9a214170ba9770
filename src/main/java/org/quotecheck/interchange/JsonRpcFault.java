package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error of JSON-RPC 2.0 (section 5.1) or of the Model Context Protocol, with the HTTP status that goes with it. */
final class JsonRpcFault extends RuntimeException {

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;
    private static final int HEADER_MISMATCH = -32020;
    private static final int UNSUPPORTED_VERSION = -32022;

    private final int status;
    private final int code;
    private final transient ObjectNode data;

    JsonRpcFault(int status, int code, String message) {
        this(status, code, message, null);
    }

    private JsonRpcFault(int status, int code, String message, ObjectNode data) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    static JsonRpcFault invalidRequest(String message) {
        return new JsonRpcFault(400, INVALID_REQUEST, message);
    }

    static JsonRpcFault headerMismatch(String message) {
        return new JsonRpcFault(400, HEADER_MISMATCH, message);
    }

    static JsonRpcFault unsupportedVersion(String requested) {
        var data = JsonNodeFactory.instance.objectNode();
        McpVersion.ALL.forEach(data.putArray("supported")::add);
        data.put("requested", requested);
        return new JsonRpcFault(400, UNSUPPORTED_VERSION, "Unsupported protocol version", data);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    /** Null where there is none. */
    ObjectNode data() {
        return data;
    }
}
