package org.quotecheck.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import org.quotecheck.problem.ErrorForm;
import org.quotecheck.problem.ProblemView;

/** At /mcp every problem is an error of JSON-RPC, without an id: none was read. */
@ApplicationScoped
class McpErrors implements ErrorForm {

    @Override
    public boolean isOf(String path) {
        return path.equals("/mcp");
    }

    @Override
    public Object of(ProblemView problem) {
        return JsonRpc.error(null, new JsonRpcFault(problem.status(), code(problem.status()), problem.detail()));
    }

    private static int code(int status) {
        return status >= 500
                ? JsonRpcFault.INTERNAL_ERROR
                : status == 400 ? JsonRpcFault.PARSE_ERROR : JsonRpcFault.INVALID_REQUEST;
    }
}
