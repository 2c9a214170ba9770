package org.quotecheck.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.stream.Stream;
import org.quotecheck.appearance.AppearanceState;
import org.quotecheck.appearance.KeptSubmission;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;

/** {@code /v1/submissions}: what the caller sent, and what became of it. */
@Path("/v1/submissions")
@RunOnVirtualThread
class SubmissionsResource {

    private final Actors actors;

    SubmissionsResource(Actors actors) {
        this.actors = actors;
    }

    @GET
    @RolesAllowed(Role.SUBMITTER_NAME)
    @Transactional
    public Response submissions(
            @QueryParam("status") String status,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var known = Stream.concat(Arrays.stream(ClaimStatus.values()), Arrays.stream(AppearanceState.values()))
                .map(Object::toString)
                .toList();
        if (status != null && !known.contains(status)) {
            throw Problem.malformed("status must be one of " + String.join(", ", known) + ".");
        }
        var actor = actors.current();
        return PageView.ofIds(
                        limit,
                        cursor,
                        KeptSubmission::id,
                        (last, most) -> KeptSubmission.before(last, status, actor, most),
                        actor.subject(),
                        status)
                .response(uri);
    }
}
