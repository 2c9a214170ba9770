package org.quotecheck.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Limit;
import org.quotecheck.verdict.RevisionReads;

/** {@code /v1/corrections}: what was wrongly published and then corrected, newest first. */
@Path("/v1/corrections")
@RunOnVirtualThread
class CorrectionsResource {

    private final RevisionReads revisions;
    private final Site site;

    CorrectionsResource(RevisionReads revisions, Site site) {
        this.revisions = revisions;
        this.site = site;
    }

    @GET
    public Response list(
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        return Correction.page(revisions, limit, cursor)
                .map(correction -> correction.view(site))
                .response(uri);
    }
}
