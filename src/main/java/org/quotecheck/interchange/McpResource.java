package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quotecheck.body.Bodies;
import org.quotecheck.problem.Accepted;

/**
 * {@code POST /mcp}: the Model Context Protocol over Streamable HTTP, without sessions and streams, so that any
 * instance answers any request (ADR 10).
 */
@Path("/mcp")
@RunOnVirtualThread
class McpResource {

    @Context
    HttpHeaders headers;

    private final Bodies bodies;
    private final McpServer server;
    private final McpQuestion question;

    McpResource(Bodies bodies, McpServer server, McpQuestion question) {
        this.bodies = bodies;
        this.server = server;
        this.question = question;
    }

    @POST
    public Response receive(byte[] content) {
        try {
            McpOrigins.requireAllowed(all("Origin"), LaunchMode.current().isDevOrTest());
            var message = bodies.json(content);
            question.id(JsonRpc.readableId(message));
            requireJsonAccepted();
            return answer(server.answer(message, one("MCP-Protocol-Version"), one("Mcp-Method"), one("Mcp-Name")), 200);
        } catch (JsonRpcFault fault) {
            return answer(JsonRpc.error(question.id(), fault), fault.status());
        }
    }

    private static Response answer(JsonNode message, int status) {
        var response = message == null
                ? Response.accepted()
                : Response.status(status).entity(JsonRpc.text(message)).type(MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Null where it is missing. */
    private String one(String name) {
        var values = all(name);
        if (values.size() > 1) {
            throw JsonRpcFault.headerMismatch("The header " + name + " was sent more than once.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private List<String> all(String name) {
        var values = headers.getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    /** Streams are never sent, so only this is asked for; most clients accept both. */
    private void requireJsonAccepted() {
        if (!Accepted.allows(headers, MediaType.APPLICATION_JSON_TYPE)) {
            throw new JsonRpcFault(406, JsonRpcFault.INVALID_REQUEST, "Accept must allow application/json.");
        }
    }
}
