package org.quotecheck.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** One page of a list; {@code nextCursor} is absent on the last. */
@RegisterForReflection
public record PageView<T>(List<T> items, String nextCursor) {

    /** The page with its {@code Link: rel="next"} (RFC 8288). */
    public Response response(UriInfo uri) {
        var response = Response.ok(this, MediaType.APPLICATION_JSON_TYPE);
        if (nextCursor != null) {
            var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", nextCursor).build();
            response.links(Link.fromUri(next.getRawPath() + '?' + next.getRawQuery()).rel("next").build());
        }
        return response.build();
    }
}
