package org.quotecheck.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.quotecheck.claim.Claims;
import org.quotecheck.http.Characters;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.security.Actors;
import org.quotecheck.security.KeptActor;
import org.quotecheck.security.Role;

/** {@code /v1/claims/{id}/comments}: what reviewers say to each other, newest last. */
@Path("/v1/claims/{id}/comments")
@RunOnVirtualThread
class CommentsResource {

    @RegisterForReflection
    record WriteComment(@NotBlank @Characters(max = 5_000) String text) {}

    @RegisterForReflection
    record CommentView(UUID id, KeptActor actor, String text, Instant at) {

        static CommentView of(Comment comment) {
            return new CommentView(comment.id, comment.actor, comment.text, comment.at);
        }
    }

    private final Writes writes;
    private final Actors actors;
    private final Clock clock;

    CommentsResource(Writes writes, Actors actors, Clock clock) {
        this.writes = writes;
        this.actors = actors;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response comments(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Claims.visible(id, actors.current());
        return PageView.ofIds(
                        limit,
                        cursor,
                        comment -> comment.id,
                        (last, most) -> Comment.after(last, id, most),
                        "comments",
                        id)
                .map(CommentView::of)
                .response(uri);
    }

    @POST
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response write(@PathParam("id") UUID id, byte[] content) {
        return writes.change(
                content, () -> Target.unconditional(Claims.visible(id, actors.current())), (claim, body) -> {
                    var input = body.as(WriteComment.class);
                    return Outcome.created(
                            CommentView.of(Comment.of(id, input.text(), actors.current(), clock.instant())));
                });
    }
}
