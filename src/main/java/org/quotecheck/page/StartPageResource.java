package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Reads;
import org.quotecheck.review.Correction;
import org.quotecheck.verdict.RevisionReads;

/** {@code /}: what was checked and what was corrected last, with links to everything else. */
@Path("/")
@RunOnVirtualThread
class StartPageResource {

    private static final int CHECKS = 12;
    private static final Limit CORRECTIONS = new Limit(5);

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance start(
                PageFrame f, String url, List<ListedCheck> checks, List<ListedCorrection> corrections);
    }

    private final PageFrames frames;
    private final Checks checks;
    private final RevisionReads revisions;
    private final Reads reads;
    private final Site site;

    StartPageResource(PageFrames frames, Checks checks, RevisionReads revisions, Reads reads, Site site) {
        this.frames = frames;
        this.checks = checks;
        this.revisions = revisions;
        this.reads = reads;
        this.site = site;
    }

    @GET
    public Response start() {
        var frame = frames.own();
        var latest = checks.latest(CHECKS);
        var corrections = Correction.page(revisions, CORRECTIONS, null).items();
        var etag = frames.etag(
                frame,
                "start",
                latest.stream().map(Checks.Check::tag).toList(),
                corrections.stream().map(ListedCorrection::tag).toList());
        return reads.conditional(
                etag,
                "text/html;charset=utf-8",
                () -> Templates.start(
                                frame,
                                site.url("/"),
                                latest.stream()
                                        .map(check -> check.listed(frame.lang()))
                                        .toList(),
                                ListedCorrection.of(corrections, frame.lang()))
                        .render());
    }
}
