package org.quotecheck.claim;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.appearance.AppearanceState;
import org.quotecheck.appearance.AppearanceView;
import org.quotecheck.appearance.Appearances;
import org.quotecheck.appearance.KeptSubmission;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.http.Audience.OptionalCaller;
import org.quotecheck.http.Flag;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Writes;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Quotas;
import org.quotecheck.security.Role;
import org.quotecheck.source.Source;

/** {@code /v1/claims}: submission, and one claim. */
@Path("/v1/claims")
@RunOnVirtualThread
class ClaimsResource {

    private final Writes writes;
    private final ClaimWrites claimWrites;
    private final Reads reads;
    private final PublishedReads published;
    private final Actors actors;
    private final ClaimTags tags;
    private final ReviewRules rules;
    private final Quotas quotas;
    private final Clock clock;

    ClaimsResource(
            Writes writes,
            ClaimWrites claimWrites,
            Reads reads,
            PublishedReads published,
            Actors actors,
            ClaimTags tags,
            ReviewRules rules,
            Quotas quotas,
            Clock clock) {
        this.writes = writes;
        this.claimWrites = claimWrites;
        this.reads = reads;
        this.published = published;
        this.actors = actors;
        this.tags = tags;
        this.rules = rules;
        this.quotas = quotas;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response submit(byte[] content) {
        return writes.create(content, body -> {
            SubmitClaim input = body.as(SubmitClaim.class, (sent, faults) -> sent.checked(clock.instant(), faults));
            return submit(input);
        });
    }

    private Outcome submit(SubmitClaim input) {
        var actor = actors.current();
        var submission = Submission.of(input, clock);
        return Claims.heldWithIdentity(submission.words().identity())
                .map(known -> join(known, submission, actor))
                .orElseGet(() -> begin(input, submission, actor));
    }

    private Outcome begin(SubmitClaim input, Submission submission, Actor actor) {
        quotas.countSubmission(actor);
        var claim = Claim.submit(submission, actor, clock.instant());
        if (submission.appearance() != null) {
            new Places(claim, actor, clock.instant()).take(submission.appearance(), claim, AppearanceState.CONFIRMED);
        }
        if (input.sources() != null) {
            for (var source : input.sources()) {
                new Evidence(claim, actor, clock.instant()).cite(Source.of(claim.id(), source, clock.instant()));
            }
        }
        Claim.flush();
        KeptSubmission.keep(claim.id(), null, submission.text(), actor, clock.instant());
        return claimWrites.finish(claim, Outcome.created("/v1/claims/" + claim.id(), Sight.of(claim, actor, rules)));
    }

    /** What joins a claim changes nothing about it until a reviewer has looked. */
    private Outcome join(Claim saidAs, Submission submission, Actor actor) {
        var claim = Claims.survivorHeld(saidAs).orElse(saidAs);
        if (claim.status() == ClaimStatus.REJECTED) {
            throw new ClaimRejected();
        }
        var place = submission.appearance();
        var known = place == null ? Optional.<Appearance>empty() : Appearances.same(claim.id(), place);
        if (place != null && known.isEmpty()) {
            quotas.countSubmission(actor);
            new Places(claim, actor, clock.instant()).take(place, saidAs, AppearanceState.PENDING);
        }
        Claim.flush();
        if (!actor.is(saidAs.submittedBy()) || place != null && known.isEmpty()) {
            KeptSubmission.keep(saidAs.id(), known.orElse(place), submission.text(), actor, clock.instant());
        }
        Claim.getEntityManager().refresh(claim);
        return read(claim, actor).with("Location", "/v1/claims/" + claim.id());
    }

    /** As this one sees it: the claim, or of another's claim what they sent to it. */
    private Outcome read(Claim claim, Actor actor) {
        if (claim.isVisibleTo(actor)) {
            return Outcome.ok(Sight.of(claim, actor, rules)).etag(tags.of(claim, actor));
        }
        var own = KeptSubmission.places(claim.id(), actor).stream()
                .map(place -> AppearanceView.of(place, false, false))
                .toList();
        var view = ClaimView.known(claim, own, true);
        return Outcome.ok(view).etag(tags.ofKnown(claim, view));
    }

    @GET
    @Path("{id}")
    @OptionalCaller
    public Response claim(@PathParam("id") UUID id, @QueryParam("redirect") @DefaultValue("true") Flag redirect) {
        var actor = actors.current();
        var known = reads.known(() -> published.etag(id, actor).orElse(null));
        return known.or(() -> published.claim(id, actor).map(claim -> reads.conditional(claim.etag(), claim::view)))
                .orElseGet(() -> QuarkusTransaction.requiringNew().call(() -> claim(id, redirect.value(), actor)));
    }

    private Response claim(UUID id, boolean redirect, Actor actor) {
        var claim = redirect ? Claims.survivor(id, actor) : Claims.known(id, actor);
        if (!claim.id().equals(id)) {
            return Reads.elsewhere(308, "/v1/claims/" + claim.id())
                    .header(HttpHeaders.ETAG, tags.of(Claim.findById(id), actor))
                    .build();
        }
        if (claim.isVisibleTo(actor)) {
            return reads.conditional(tags.of(claim, actor), () -> Sight.of(claim, actor, rules));
        }
        var known = read(claim, actor);
        return reads.conditional(known.headers().get(HttpHeaders.ETAG), known::view);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response reword(@PathParam("id") UUID id, byte[] content) {
        return claimWrites.change(id, content, (claim, body) -> {
            var actor = actors.current();
            boolean tagsAlone = body.names().equals(Set.of("tags"));
            claim.requireEditable(actor, tagsAlone);
            var change = body.mergedInto(ChangeClaim.of(claim))
                    .as(ChangeClaim.class, (sent, faults) -> sent.checked(clock.instant(), faults));
            if (!tagsAlone) {
                claim.reword(change.words(), actor, clock.instant());
            }
            if (body.names().contains("tags")) {
                claim.tag(change.tagSet(), actor, clock.instant());
            }
            Claim.flush();
            return Outcome.ok(Sight.of(claim, actor, rules));
        });
    }
}
