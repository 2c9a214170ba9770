package org.quotecheck.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** {@code /embed/claims/{id}}: a claim's card as a separate page, for iframes anywhere; complete without script. */
@Path("/embed/claims")
@RunOnVirtualThread
class EmbedPageResource {

    private static final String HTML = "text/html;charset=utf-8";

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance embed(EmbedPage page, RawString style, RawString script);
    }

    private final EmbedAnswers answers;
    private final Reads reads;
    private final Site site;

    EmbedPageResource(EmbedAnswers answers, Reads reads, Site site) {
        this.answers = answers;
        this.reads = reads;
        this.site = site;
    }

    @GET
    @Path("{id:[^/]+}")
    public Response page(@PathParam("id") UUID id) {
        if (!site.isAbsolute()) {
            throw Problem.addressNotConfigured();
        }
        var found = answers.ofClaim(id).orElseThrow(Problem::notFound);
        if (!found.id().equals(id)) {
            return Reads.elsewhere(308, "/embed/claims/" + found.id())
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .build();
        }
        return Response.fromResponse(reads.conditional(
                        found.etag(), HTML, () -> render(found.view().get())))
                .header("Content-Security-Policy", EmbedAssets.POLICY)
                .build();
    }

    private static String render(EmbedClaimView claim) {
        return Templates.embed(EmbedPage.of(claim), new RawString(EmbedAssets.STYLE), new RawString(EmbedAssets.SCRIPT))
                .render();
    }
}
