package org.quotecheck.match;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quotecheck.body.Bodies;
import org.quotecheck.http.Audience.OptionalCaller;
import org.quotecheck.security.Actors;
import org.quotecheck.security.QuestionQuota;

/** {@code POST /v1/claims/match}: whether somebody has asked for this before; nothing is stored. */
@Path("/v1/claims/match")
@RunOnVirtualThread
class MatchResource {

    private static final int DEFAULT_LIMIT = 20;

    private final Bodies bodies;
    private final Matching matching;
    private final Actors actors;
    private final QuestionQuota quota;

    MatchResource(Bodies bodies, Matching matching, Actors actors, QuestionQuota quota) {
        this.bodies = bodies;
        this.matching = matching;
        this.actors = actors;
        this.quota = quota;
    }

    @POST
    @OptionalCaller
    public Response match(byte[] content) {
        var viewer = actors.current();
        quota.count();
        var input = bodies.read(content).as(MatchClaim.class);
        int limit = input.limit() == null ? DEFAULT_LIMIT : input.limit();
        var claimant = input.claimant() == null ? null : input.claimant().name();
        return Response.ok(matching.match(input.text(), claimant, limit, viewer), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
