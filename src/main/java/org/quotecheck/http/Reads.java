package org.quotecheck.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Reads that honour If-None-Match (RFC 9110, section 13.1.2). */
@ApplicationScoped
public class Reads {

    @Context
    HttpHeaders headers;

    /**
     * 304 when the client has the present version; else 200 with the view, which is only made then, as JSON whatever the
     * Accept header prefers (RFC 9110, section 12.5.1); callers with another type set theirs.
     *
     * @param etag with its quotes
     */
    public Response conditional(String etag, Supplier<?> view) {
        var known = EntityTags.parse("If-None-Match", headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        var response = known.isPresent() && known.get().match(etag) ? Response.notModified()
                : Response.ok(view.get(), MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, etag).build();
    }
}
