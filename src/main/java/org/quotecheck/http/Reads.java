package org.quotecheck.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Reads that honour If-None-Match (RFC 9110, section 13.1.2). */
@ApplicationScoped
public class Reads {

    @Context
    HttpHeaders headers;

    /**
     * 304 when the client has the present version; else 200 with the view, which is only made then.
     *
     * @param etag with its quotes
     */
    public Response conditional(String etag, Supplier<?> view) {
        var known = EntityTags.parse("If-None-Match", headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        var response = known.isPresent() && known.get().match(etag) ? Response.notModified() : Response.ok(view.get());
        return response.header(HttpHeaders.ETAG, etag).build();
    }
}
