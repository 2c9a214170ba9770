package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Reads;
import org.quotecheck.review.Correction;
import org.quotecheck.verdict.RevisionReads;

/** {@code /corrections}: what was wrongly published and then corrected, newest first. */
@Path("/corrections")
@RunOnVirtualThread
class CorrectionsPageResource {

    private static final Limit PAGE = new Limit(20);

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance corrections(
                PageFrame f, List<ListedCorrection> corrections, String next, boolean later);
    }

    private final RevisionReads revisions;
    private final PageFrames frames;
    private final Reads reads;

    CorrectionsPageResource(RevisionReads revisions, PageFrames frames, Reads reads) {
        this.revisions = revisions;
        this.frames = frames;
        this.reads = reads;
    }

    @GET
    public Response list(@QueryParam("cursor") String cursor) {
        var frame = frames.own();
        var page = Correction.page(revisions, PAGE, cursor);
        var etag = frames.etag(
                frame,
                "corrections",
                cursor == null,
                page.nextCursor() != null,
                page.items().stream().map(ListedCorrection::tag).toList());
        return reads.conditional(
                etag,
                "text/html;charset=utf-8",
                () -> Templates.corrections(
                                frame,
                                ListedCorrection.of(page.items(), frame.lang()),
                                page.nextCursor(),
                                cursor != null)
                        .render());
    }
}
