package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import org.quotecheck.deployment.About;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.OwnWords;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** {@code /about}: who does the checking, how, and what becomes of mistakes; and the organisation's logo. */
@Path("/")
@RunOnVirtualThread
class AboutPageResource {

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance about(
                PageFrame f, OwnWords methodology, OwnWords correctionsPolicy, OwnWords imprint);
    }

    private final PageFrames frames;
    private final Organization organization;
    private final About about;
    private final Reads reads;

    AboutPageResource(PageFrames frames, Organization organization, About about, Reads reads) {
        this.frames = frames;
        this.organization = organization;
        this.about = about;
        this.reads = reads;
    }

    @GET
    @Path("about")
    public Response about() {
        var frame = frames.own();
        return reads.conditional(
                frames.etag(frame, "about"),
                "text/html;charset=utf-8",
                () -> Templates.about(
                                frame,
                                OwnWords.of(about.methodology()),
                                OwnWords.of(organization.correctionsPolicy()),
                                OwnWords.of(about.imprint()))
                        .render());
    }

    @GET
    @Path("logo")
    public Response logo() {
        var logo = organization.logo().orElseThrow(Problem::notFound);
        int comma = logo.indexOf(',');
        var type = logo.substring("data:".length(), logo.indexOf(';'));
        return reads.conditional(
                frames.etag(frames.own(), "logo"),
                type,
                () -> Base64.getDecoder().decode(logo.substring(comma + 1)));
    }
}
