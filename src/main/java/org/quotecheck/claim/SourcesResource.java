package org.quotecheck.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.quotecheck.http.Audience.OptionalCaller;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Reads;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;
import org.quotecheck.source.AddSource;
import org.quotecheck.source.Source;
import org.quotecheck.source.SourceView;

/** {@code /v1/claims/{id}/sources}: evidence for or against. */
@Path("/v1/claims/{id}/sources")
@RunOnVirtualThread
class SourcesResource {

    private final ClaimWrites writes;
    private final Reads reads;
    private final Actors actors;
    private final ClaimTags tags;
    private final Clock clock;

    SourcesResource(ClaimWrites writes, Reads reads, Actors actors, ClaimTags tags, Clock clock) {
        this.writes = writes;
        this.reads = reads;
        this.actors = actors;
        this.tags = tags;
        this.clock = clock;
    }

    @GET
    @Transactional
    @OptionalCaller
    public Response sources(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var actor = actors.current();
        var claim = Claims.visible(id, actor);
        return reads.conditional(tags.of(claim, actor), uri, () -> {
            return PageView.cut(
                    Sight.sources(claim, actor),
                    limit,
                    cursor,
                    source -> source.id().toString(),
                    id);
        });
    }

    @POST
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response add(@PathParam("id") UUID id, byte[] content) {
        return writes.add(id, content, (claim, body) -> {
            claim.requireEditable();
            var now = clock.instant();
            var input = body.as(AddSource.class, (sent, faults) -> sent.checked("", now, faults));
            var source = evidence(claim).cite(Source.of(id, input, now));
            return Outcome.created(SourceView.of(source));
        });
    }

    @PATCH
    @Path("{sourceId}")
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response correct(@PathParam("id") UUID id, @PathParam("sourceId") UUID sourceId, byte[] content) {
        return writes.change(id, claim -> Source.of(id, sourceId), content, (claim, body) -> {
            claim.requireEditable();
            var source = Source.of(id, sourceId);
            var input = body.mergedInto(source.input())
                    .as(AddSource.class, (sent, faults) -> sent.checked("", clock.instant(), faults));
            evidence(claim).correct(source, input);
            return Outcome.ok(SourceView.of(source));
        });
    }

    @DELETE
    @Path("{sourceId}")
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response remove(@PathParam("id") UUID id, @PathParam("sourceId") UUID sourceId) {
        return writes.remove(id, claim -> Source.of(id, sourceId), claim -> {
            claim.requireEditable();
            evidence(claim).drop(Source.of(id, sourceId));
            return Outcome.noContent();
        });
    }

    private Evidence evidence(Claim claim) {
        return new Evidence(claim, actors.current(), clock.instant());
    }
}
