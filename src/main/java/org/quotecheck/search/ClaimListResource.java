package org.quotecheck.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.http.Audience.OptionalCaller;
import org.quotecheck.http.Limit;
import org.quotecheck.security.Actors;
import org.quotecheck.verdict.Rating;

/** {@code /v1/claims}: the list. */
@Path("/v1/claims")
@RunOnVirtualThread
class ClaimListResource {

    private final ClaimList list;
    private final Actors actors;

    ClaimListResource(ClaimList list, Actors actors) {
        this.list = list;
        this.actors = actors;
    }

    @GET
    @OptionalCaller
    public Response list(
            @QueryParam("q") String q,
            @QueryParam("status") ClaimStatus status,
            @QueryParam("rating") Rating rating,
            @QueryParam("claimant") String claimant,
            @QueryParam("publisher") String publisher,
            @QueryParam("language") String language,
            @QueryParam("articleUrl") String articleUrl,
            @QueryParam("updatedSince") String updatedSince,
            @QueryParam("tag") String tag,
            @QueryParam("submittedBy") String submittedBy,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var filter = ClaimFilter.of(
                q, status, rating, claimant, publisher, language, articleUrl, updatedSince, tag, submittedBy);
        return list.page(filter, actors.current(), limit, cursor).response(uri);
    }
}
