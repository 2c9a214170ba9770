package org.quotecheck.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Reviewers;
import org.quotecheck.security.Role;

/** {@code /v1/claims/{id}/transitions}: moves from status to status, publication among them. */
@Path("/v1/claims/{id}/transitions")
@RunOnVirtualThread
class TransitionsResource {

    private final ClaimWrites writes;
    private final Actors actors;
    private final ReviewRules rules;
    private final Merge merge;
    private final Reviewers reviewers;
    private final Clock clock;

    TransitionsResource(
            ClaimWrites writes, Actors actors, ReviewRules rules, Merge merge, Reviewers reviewers, Clock clock) {
        this.writes = writes;
        this.actors = actors;
        this.rules = rules;
        this.merge = merge;
        this.reviewers = reviewers;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response move(@PathParam("id") UUID id, byte[] content) {
        return writes.change(id, content, (claim, body) -> {
            var review = new Review(claim, actors.current(), rules.secondPerson(), merge, reviewers, clock.instant());
            // where it wants to go is enough to refuse it (409, 403), whatever else is wrong with the body (422)
            var way = body.member("to", ClaimStatus.class).map(review::way);
            var request = body.as(RequestTransition.class, (sent, faults) -> {
                way.ifPresent(found -> review.check(found, sent, faults));
                return sent;
            });
            return review.move(way.orElseThrow(), request);
        });
    }
}
