package org.quotecheck.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.http.Flag;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Writes;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Quotas;
import org.quotecheck.security.Role;
import org.quotecheck.source.Source;
import org.quotecheck.statement.RewordClaim;

/** {@code /v1/claims}: submission, and one claim. */
@Path("/v1/claims")
@RunOnVirtualThread
class ClaimsResource {

    private final Writes writes;
    private final ClaimWrites claimWrites;
    private final Reads reads;
    private final Actors actors;
    private final ClaimTags tags;
    private final ReviewRules rules;
    private final Quotas quotas;
    private final Clock clock;

    ClaimsResource(
            Writes writes,
            ClaimWrites claimWrites,
            Reads reads,
            Actors actors,
            ClaimTags tags,
            ReviewRules rules,
            Quotas quotas,
            Clock clock) {
        this.writes = writes;
        this.claimWrites = claimWrites;
        this.reads = reads;
        this.actors = actors;
        this.tags = tags;
        this.rules = rules;
        this.quotas = quotas;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response submit(byte[] content) {
        return writes.create(content, body -> submit(body.as(SubmitClaim.class)));
    }

    private Outcome submit(SubmitClaim input) {
        var actor = actors.current();
        var submission = Submission.of(input, clock);
        var known = Claim.lockedWithIdentity(submission.words().identity());
        if (known.isEmpty()) {
            quotas.countSubmission(actor);
        }
        var saidAs = known.orElseGet(() -> Claim.submit(submission, actor, clock.instant()));
        var claim = saidAs.duplicateOf == null
                ? saidAs
                : Claim.locked(saidAs.duplicateOf).orElseThrow();
        if (claim.status() == ClaimStatus.REJECTED) {
            throw new ClaimRejected();
        }
        if (submission.appearance() != null) {
            claim.appear(submission.appearance(), saidAs, actor, clock.instant());
        }
        if (known.isEmpty() && input.sources() != null) {
            for (int i = 0; i < input.sources().size(); i++) {
                claim.cite(
                        Source.of(claim.id(), "/sources/" + i, input.sources().get(i), clock.instant()),
                        actor,
                        clock.instant());
            }
        }
        Claim.flush();
        var view = ClaimView.of(claim, actor, rules);
        var location = "/v1/claims/" + claim.id();
        return claimWrites.finish(
                claim,
                known.isPresent() ? Outcome.ok(view).with("Location", location) : Outcome.created(location, view));
    }

    @GET
    @Path("{id}")
    @Transactional
    public Response claim(@PathParam("id") UUID id, @QueryParam("redirect") @DefaultValue("true") Flag redirect) {
        var actor = actors.current();
        var claim = redirect.value() ? Claim.survivor(id, actor) : Claim.visible(id, actor);
        if (!claim.id().equals(id)) {
            return Response.status(308)
                    .location(URI.create("/v1/claims/" + claim.id()))
                    .header(HttpHeaders.ETAG, tags.of(Claim.findById(id), actor))
                    .build();
        }
        return reads.conditional(tags.of(claim, actor), () -> ClaimView.of(claim, actor, rules));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response reword(@PathParam("id") UUID id, byte[] content) {
        return claimWrites.change(id, content, (claim, body) -> {
            var actor = actors.current();
            claim.requireEditable(actor);
            claim.reword(body.mergedInto(claim.words.input()).as(RewordClaim.class), actor, clock.instant());
            Claim.flush();
            return Outcome.ok(ClaimView.of(claim, actor, rules));
        });
    }
}
