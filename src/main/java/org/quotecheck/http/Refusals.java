package org.quotecheck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemView;

/** Answers with a problem where the request does not get as far as the resources. */
@ApplicationScoped
class Refusals {

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    void send(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.headWritten()) {
            context.request().connection().close();
            return;
        }
        response.setStatusCode(problem.type().status()).putHeader("Content-Type", ProblemView.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        var path = context.request().path();
        response.end(write(ProblemView.of(problem, path == null || !path.startsWith("/") ? "/" : path)));
    }

    private Buffer write(ProblemView view) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
