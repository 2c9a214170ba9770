package org.quotecheck.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.quotecheck.claim.Claim;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;
import org.quotecheck.verdict.VerdictRevision;

/** {@code /claims/{id}/revisions/{number}}: a verdict as it stood, with a link to the current one. */
@Path("/claims/{id:[^/.]+}/revisions")
@RunOnVirtualThread
class RevisionPageResource {

    private static final String HTML = "text/html;charset=utf-8";

    private final Reads reads;
    private final Site site;
    private final PageFrames frames;
    private final ReviewRules rules;

    RevisionPageResource(Reads reads, Site site, PageFrames frames, ReviewRules rules) {
        this.reads = reads;
        this.site = site;
        this.frames = frames;
        this.rules = rules;
    }

    @GET
    @Path("{number}")
    @Transactional
    public Response page(@PathParam("id") UUID id, @PathParam("number") String number) {
        var revisions = VerdictRevision.of(id);
        var shown = revisions.stream()
                .filter(revision -> String.valueOf(revision.number()).equals(number))
                .findFirst()
                .orElseThrow(Problem::notFound);
        // a duplicate's revisions stay at their own addresses
        var claim = new PublishedClaim(id, null, revisions, List.of(), 0, false, 0);
        var frame = frames.in(
                shown.isRemoved()
                        ? PublishedClaim.languageOf(Claim.<Claim>findById(id))
                        : shown.content().language());
        var etag =
                frames.etag(frame, "revision", shown.digest(), shown.isRemoved(), revisions.size(), rules.namesShown());
        return reads.conditional(etag, HTML, () -> {
            var page = ClaimPage.of(claim, shown, frame.lang(), rules.namesShown(), true);
            var own = "/claims/" + id + "/revisions/" + number;
            return ClaimPagesResource.Templates.claim(
                            frame, page, new ClaimPagesResource.Shared(site.url(own), null, null, null, null))
                    .render();
        });
    }
}
