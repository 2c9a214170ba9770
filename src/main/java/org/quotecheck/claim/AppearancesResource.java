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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.quotecheck.appearance.AddAppearance;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.appearance.AppearanceState;
import org.quotecheck.appearance.AppearanceView;
import org.quotecheck.appearance.Appearances;
import org.quotecheck.appearance.CorrectAppearance;
import org.quotecheck.http.Audience.OptionalCaller;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;

/**
 * {@code /v1/claims/{id}/appearances}: where it was made or repeated, and what reviewers decide about places that were
 * sent.
 */
@Path("/v1/claims/{id}/appearances")
@RunOnVirtualThread
class AppearancesResource {

    private final ClaimWrites writes;
    private final Reads reads;
    private final Actors actors;
    private final ClaimTags tags;
    private final Clock clock;

    AppearancesResource(ClaimWrites writes, Reads reads, Actors actors, ClaimTags tags, Clock clock) {
        this.writes = writes;
        this.reads = reads;
        this.actors = actors;
        this.tags = tags;
        this.clock = clock;
    }

    @GET
    @Transactional
    @OptionalCaller
    public Response appearances(
            @PathParam("id") UUID id,
            @QueryParam("state") AppearanceState state,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var actor = actors.current();
        var claim = Claims.visible(id, actor);
        boolean reviewer = actor.is(Role.REVIEWER);
        boolean hidden = !reviewer && claim.status() == ClaimStatus.REJECTED
                || !reviewer && state != null && state != AppearanceState.CONFIRMED;
        var seen = reviewer ? state : AppearanceState.CONFIRMED;
        return reads.conditional(
                tags.of(claim, actor),
                uri,
                () -> PageView.ofIds(
                                limit,
                                cursor,
                                Appearance::id,
                                (last, most) -> hidden ? List.of() : Appearances.before(last, id, seen, most),
                                id,
                                seen,
                                reviewer)
                        .map(views(id, reviewer)));
    }

    @POST
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response add(@PathParam("id") UUID id, byte[] content) {
        return writes.add(id, content, (claim, body) -> {
            claim.requireNoDuplicate();
            var input =
                    body.as(AddAppearance.class, (sent, faults) -> sent.checked(body.names(), clock.instant(), faults));
            var place = input.place(clock.instant());
            var known = Appearances.same(id, place);
            if (known.isPresent()) {
                return Outcome.ok(view(known.get()));
            }
            places(claim).add(place, input.found().settled());
            return Outcome.created("/v1/claims/" + id + "/appearances/" + place.id(), view(place));
        });
    }

    @PATCH
    @Path("{appearanceId}")
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response correct(@PathParam("id") UUID id, @PathParam("appearanceId") UUID appearanceId, byte[] content) {
        return writes.change(id, claim -> find(id, appearanceId), content, (claim, body) -> {
            var appearance = find(id, appearanceId);
            boolean first = body.names().contains("first") && isFirst(appearance);
            var input = body.mergedInto(appearance.input()).as(CorrectAppearance.class, (sent, faults) -> {
                sent.check(body.names(), clock.instant(), faults);
                if (first && sent.state() == AppearanceState.CONFIRMED && !Boolean.TRUE.equals(sent.first())) {
                    faults.add("/first", "must be true until another appearance is made the first one");
                }
                return sent.settled();
            });
            places(claim).correct(appearance, input);
            return Outcome.ok(view(appearance));
        });
    }

    @DELETE
    @Path("{appearanceId}")
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response remove(@PathParam("id") UUID id, @PathParam("appearanceId") UUID appearanceId) {
        return writes.remove(id, claim -> find(id, appearanceId), claim -> {
            places(claim).remove(find(id, appearanceId));
            return Outcome.noContent();
        });
    }

    private Places places(Claim claim) {
        return new Places(claim, actors.current(), clock.instant());
    }

    private static Appearance find(UUID claimId, UUID id) {
        return Appearances.of(claimId, id).orElseThrow(Problem::notFound);
    }

    private static boolean isFirst(Appearance appearance) {
        return Appearances.first(appearance.claimId())
                .filter(appearance.id()::equals)
                .isPresent();
    }

    private static AppearanceView view(Appearance appearance) {
        Appearance.flush();
        return views(appearance.claimId(), true).apply(appearance);
    }

    private static Function<Appearance, AppearanceView> views(UUID claimId, boolean reviewer) {
        var first = Appearances.first(claimId);
        return one -> AppearanceView.of(one, first.filter(one.id()::equals).isPresent(), reviewer);
    }
}
