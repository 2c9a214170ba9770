package org.quotecheck.security;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;

/** {@code /v1/reviewers}: to whom a claim may be assigned. */
@Path("/v1/reviewers")
@RunOnVirtualThread
class ReviewersResource {

    private final Reviewers reviewers;

    ReviewersResource(Reviewers reviewers) {
        this.reviewers = reviewers;
    }

    @GET
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response reviewers(
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var last = cursor == null ? null : Cursor.read(cursor, 2);
        return PageView.of(
                        reviewers.after(
                                last == null ? null : new KeptActor(last.get(1), last.get(0)), limit.value() + 1),
                        limit,
                        reviewer -> List.of(Objects.requireNonNullElse(reviewer.name(), ""), reviewer.id()))
                .response(uri);
    }
}
