package org.quotecheck.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.http.Limit;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;

/** {@code /v1/review-queue}: what waits for reviewers. */
@Path("/v1/review-queue")
@RunOnVirtualThread
class ReviewQueueResource {

    private static final String ME = "me";

    private final ReviewQueue queue;
    private final Actors actors;

    ReviewQueueResource(ReviewQueue queue, Actors actors) {
        this.queue = queue;
        this.actors = actors;
    }

    @GET
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response list(
            @QueryParam("status") ClaimStatus status,
            @QueryParam("assignee") String assignee,
            @QueryParam("tag") String tag,
            @QueryParam("language") String language,
            @QueryParam("waiting") Waiting waiting,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var actor = actors.current();
        var filter = QueueFilter.of(status, subject(assignee, actor), tag, language, waiting);
        return queue.page(filter, actor, limit, cursor).response(uri);
    }

    @GET
    @Path("counts")
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response counts(
            @QueryParam("assignee") String assignee,
            @QueryParam("tag") String tag,
            @QueryParam("language") String language,
            @QueryParam("waiting") Waiting waiting) {
        var filter = QueueFilter.of(null, subject(assignee, actors.current()), tag, language, waiting);
        return Response.ok(queue.counts(filter), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static String subject(String assignee, Actor actor) {
        return ME.equals(assignee) ? actor.subject() : assignee;
    }
}
