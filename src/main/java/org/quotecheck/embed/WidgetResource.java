package org.quotecheck.embed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** The widget's script, under its own name and under one that holds its hash and so never changes. */
@Path("/embed/v1")
@RunOnVirtualThread
class WidgetResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Reads reads;

    WidgetResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Path("quotecheck.js")
    public Response script() {
        return reads.conditional(Widget.etag(), Widget.MEDIA_TYPE, () -> Widget.SCRIPT);
    }

    @GET
    @Path("quotecheck.{hash:[0-9a-f]+}.js")
    public Response hashed(@PathParam("hash") String hash) {
        if (!hash.equals(Widget.HASH)) {
            throw Problem.notFound();
        }
        return Response.fromResponse(script())
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }
}
