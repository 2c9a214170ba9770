package org.quotecheck.page;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.deployment.Site;
import org.quotecheck.embed.Widget;

/** {@code /demo}: leads a newcomer through the main job. */
@IfBuildProfile(anyOf = {"dev", "test"})
@Path("/demo")
@RunOnVirtualThread
class DemoResource {

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance demo(
                PageFrame f,
                String exampleClaimId,
                String exampleClaimUrl,
                String scriptUrl,
                String pinnedScriptUrl,
                String integrity);
    }

    private final PageFrames frames;
    private final Site site;

    DemoResource(PageFrames frames, Site site) {
        this.frames = frames;
        this.site = site;
    }

    @GET
    @Transactional
    public Response demo() {
        var example = PublishedClaim.firstId().map(Object::toString).orElse(null);
        var page = Templates.demo(
                        frames.in("en"),
                        example,
                        example == null ? null : site.url("/claims/" + example),
                        site.url(Widget.QUOTECHECK.path()),
                        site.url(Widget.QUOTECHECK.pinnedPath()),
                        Widget.QUOTECHECK.integrity())
                .render();
        return Response.ok(page, "text/html;charset=utf-8").build();
    }
}
