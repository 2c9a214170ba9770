package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Reads;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;

/** {@code /v1/claims/{id}/sources}: evidence for or against. */
@Path("/v1/claims/{id}/sources")
@RunOnVirtualThread
class SourcesResource {

    @RegisterForReflection
    record SourcesView(List<SourceView> items) {}

    private final ClaimWrites writes;
    private final Reads reads;
    private final Actors actors;
    private final ClaimTags tags;
    private final ReviewRules rules;
    private final Clock clock;

    SourcesResource(ClaimWrites writes, Reads reads, Actors actors, ClaimTags tags, ReviewRules rules, Clock clock) {
        this.writes = writes;
        this.reads = reads;
        this.actors = actors;
        this.tags = tags;
        this.rules = rules;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Response sources(@PathParam("id") UUID id) {
        var actor = actors.current();
        var claim = Claim.visible(id, actor);
        return reads.conditional(tags.of(claim, actor), () -> {
            var sources = ClaimView.of(claim, actor, rules).sources();
            return new SourcesView(sources == null ? List.of() : sources);
        });
    }

    @POST
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response add(@PathParam("id") UUID id, byte[] content) {
        return writes.add(id, content, (claim, body) -> {
            claim.requireEditable();
            var now = clock.instant();
            var source = claim.cite(Source.of(id, body.as(AddSource.class), now), actors.current(), now);
            return Outcome.created(SourceView.of(source));
        });
    }
}
