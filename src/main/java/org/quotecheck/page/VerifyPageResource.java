package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;

/** {@code /verify}: the reader's own browser recomputes a claim's chain of digests; which claim, its script reads. */
@Path("/verify")
@RunOnVirtualThread
class VerifyPageResource {

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance verify(PageFrame f, String service);
    }

    private final PageFrames frames;
    private final Site site;
    private final Reads reads;

    VerifyPageResource(PageFrames frames, Site site, Reads reads) {
        this.frames = frames;
        this.site = site;
        this.reads = reads;
    }

    @GET
    public Response verify() {
        var frame = frames.own();
        return reads.conditional(
                frames.etag(frame, "verify"),
                "text/html;charset=utf-8",
                () -> Templates.verify(frame, site.url("/")).render());
    }
}
