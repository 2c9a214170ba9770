package org.quotecheck.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Limit;

/** {@code /v1/corrections}: what was wrongly published and then corrected, newest first. */
@Path("/v1/corrections")
@RunOnVirtualThread
class CorrectionsResource {

    private final Site site;

    CorrectionsResource(Site site) {
        this.site = site;
    }

    @GET
    @Transactional
    public Response list(
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        return Correction.page(limit, cursor)
                .map(correction -> correction.view(site))
                .response(uri);
    }
}
