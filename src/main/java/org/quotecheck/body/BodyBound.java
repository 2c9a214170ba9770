package org.quotecheck.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemMapper;

/**
 * Reads one byte more of a body than any may have: one that does not announce its length is refused in its turn (413).
 */
@Provider
class BodyBound implements ReaderInterceptor {

    private final RoutingContext routing;

    BodyBound(RoutingContext routing) {
        this.routing = routing;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] content;
        try {
            content = context.getInputStream().readNBytes(Bodies.MAX_BYTES + 1);
        } catch (IOException e) {
            throw ProblemMapper.isLate(routing)
                    ? Problem.databaseAway()
                    : Problem.malformed("The body could not be read to its end.");
        }
        context.setInputStream(new ByteArrayInputStream(content));
        return context.proceed();
    }
}
