package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.embed.Widget;

/** {@code /}: leads a newcomer through the main job; in production it says in short what this is. */
@Path("/")
@RunOnVirtualThread
class StartPageResource {

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance start(
                Organization organization,
                boolean devMode,
                String exampleClaimId,
                String exampleClaimUrl,
                String scriptUrl,
                String pinnedScriptUrl,
                String integrity);
    }

    private final Organization organization;
    private final Site site;

    StartPageResource(Organization organization, Site site) {
        this.organization = organization;
        this.site = site;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    @Transactional
    public String start() {
        boolean dev = LaunchMode.current().isDevOrTest();
        var example = dev ? PublishedClaim.firstId().map(Object::toString).orElse(null) : null;
        return Templates.start(
                        organization,
                        dev,
                        example,
                        example == null ? null : site.url("/claims/" + example),
                        site.url(Widget.QUOTECHECK.path()),
                        site.url(Widget.QUOTECHECK.pinnedPath()),
                        Widget.QUOTECHECK.integrity())
                .render();
    }
}
