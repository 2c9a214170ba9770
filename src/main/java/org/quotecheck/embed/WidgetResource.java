package org.quotecheck.embed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** The widget's scripts, under their own names and under ones that hold their hash and so never change. */
@Path("/embed/v1")
@RunOnVirtualThread
class WidgetResource {

    private final Reads reads;

    WidgetResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Path("quotecheck.js")
    public Response widget() {
        return present(Widget.QUOTECHECK);
    }

    @GET
    @Path("quotecheck-article.js")
    public Response articleWidget() {
        return present(Widget.ARTICLE);
    }

    @GET
    @Path("quotecheck.{hash:[0-9a-f]+}.js")
    public Response widgetOfHash(@PathParam("hash") String hash) {
        return pinned(Widget.QUOTECHECK, hash);
    }

    @GET
    @Path("quotecheck-article.{hash:[0-9a-f]+}.js")
    public Response articleWidgetOfHash(@PathParam("hash") String hash) {
        return pinned(Widget.ARTICLE, hash);
    }

    private Response present(Widget widget) {
        return reads.conditional(widget.etag(), Widget.MEDIA_TYPE, widget::script);
    }

    private Response pinned(Widget widget, String hash) {
        var script = widget.withHash(hash).orElseThrow(Problem::notFound);
        return Response.fromResponse(reads.conditional('"' + hash + '"', Widget.MEDIA_TYPE, () -> script))
                .header(HttpHeaders.CACHE_CONTROL, Widget.FOR_EVER)
                .build();
    }
}
