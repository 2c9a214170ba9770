package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import org.quotecheck.problem.ErrorForm;
import org.quotecheck.problem.ProblemView;

/** At /mcp every problem is an error of JSON-RPC, with the id of the message as soon as that is read. */
@ApplicationScoped
class McpErrors implements ErrorForm {

    private final McpQuestion question;

    McpErrors(McpQuestion question) {
        this.question = question;
    }

    @Override
    public boolean isOf(String path) {
        return path.equals("/mcp") || path.equals("/mcp/");
    }

    @Override
    public Object of(ProblemView problem) {
        return JsonRpc.error(id(), new JsonRpcFault(problem.status(), code(problem.status()), problem.detail()));
    }

    /** Null before there is a request that is answered by a resource. */
    private JsonNode id() {
        return Arc.container().requestContext().isActive() ? question.id() : null;
    }

    private static int code(int status) {
        return status >= 500
                ? JsonRpcFault.INTERNAL_ERROR
                : status == 400 ? JsonRpcFault.PARSE_ERROR : JsonRpcFault.INVALID_REQUEST;
    }
}
