package org.quotecheck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import org.quotecheck.problem.ErrorForms;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemMapper;
import org.quotecheck.problem.ProblemView;

/** Answers with a problem where the request does not get as far as the resources. */
@ApplicationScoped
class Refusals {

    private final ObjectMapper json;
    private final ErrorForms forms;

    Refusals(ObjectMapper json, ErrorForms forms) {
        this.json = json;
        this.forms = forms;
    }

    void send(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.headWritten()) {
            context.request().connection().close();
            return;
        }
        context.put(ProblemMapper.PROBLEM, problem.type().slug());
        response.setStatusCode(problem.type().status());
        problem.headers().forEach(response::putHeader);
        var given = context.request().path();
        var path = given == null || !given.startsWith("/") ? "/" : given;
        var view = ProblemView.of(problem, path);
        var other = forms.of(path, view);
        response.putHeader("Content-Type", other.isPresent() ? MediaType.APPLICATION_JSON : ProblemView.MEDIA_TYPE);
        response.end(write(other.orElse(view)));
    }

    private Buffer write(Object view) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
