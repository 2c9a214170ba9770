package org.quotecheck.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.claim.PublishedHistory;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;
import org.quotecheck.verdict.RevisionReads;

/** {@code /claims/{id}/revisions/{number}}: a verdict as it stood, with a link to the current one. */
@Path("/claims/{id:[^/.]+}/revisions")
@RunOnVirtualThread
class RevisionPageResource {

    private static final String HTML = "text/html;charset=utf-8";

    private final RevisionReads revisions;
    private final PublishedHistory history;
    private final Reads reads;
    private final Site site;
    private final PageFrames frames;
    private final ReviewRules rules;

    RevisionPageResource(
            RevisionReads revisions,
            PublishedHistory history,
            Reads reads,
            Site site,
            PageFrames frames,
            ReviewRules rules) {
        this.revisions = revisions;
        this.history = history;
        this.reads = reads;
        this.site = site;
        this.frames = frames;
        this.rules = rules;
    }

    @GET
    @Path("{number}")
    public Response page(@PathParam("id") UUID id, @PathParam("number") String number) {
        var chain = revisions.ofClaim(id);
        var shown = chain.stream()
                .filter(revision -> String.valueOf(revision.number()).equals(number))
                .findFirst()
                .orElseThrow(Problem::notFound);
        // a duplicate's revisions stay at their own addresses
        var language = shown.isRemoved()
                ? history.languageOf(id).orElseThrow(Problem::notFound)
                : shown.content().language();
        var claim = new PublishedClaim(id, language, chain, List.of(), 0, false, 0);
        var frame = frames.in(language);
        var etag = frames.etag(frame, "revision", shown.digest(), shown.isRemoved(), chain.size(), rules.namesShown());
        return reads.conditional(etag, HTML, () -> {
            var page = ClaimPage.of(claim, shown, frame.lang(), rules.namesShown(), true);
            var own = "/claims/" + id + "/revisions/" + number;
            return ClaimPagesResource.Templates.claim(
                            frame, page, new ClaimPagesResource.Shared(site.url(own), null, null, null, null))
                    .render();
        });
    }
}
