package org.quotecheck.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quotecheck.body.Faults;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;
import org.quotecheck.source.Source;
import org.quotecheck.verdict.VerdictDraft;
import org.quotecheck.verdict.WriteVerdictDraft;

/** {@code /v1/claims/{id}/verdict-draft}: what the assignee is going to propose. */
@Path("/v1/claims/{id}/verdict-draft")
@RunOnVirtualThread
class VerdictDraftResource {

    private final Writes writes;
    private final ClaimWrites claimWrites;
    private final Reads reads;
    private final Actors actors;
    private final Clock clock;

    VerdictDraftResource(Writes writes, ClaimWrites claimWrites, Reads reads, Actors actors, Clock clock) {
        this.writes = writes;
        this.claimWrites = claimWrites;
        this.reads = reads;
        this.actors = actors;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response draft(@PathParam("id") UUID id) {
        var draft = VerdictDraft.of(id);
        if (draft == null) {
            throw Problem.notFound();
        }
        return reads.conditional(draft.etag(), () -> WriteVerdictDraft.of(draft));
    }

    @PUT
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response write(@PathParam("id") UUID id, byte[] content) {
        return writes.change(
                content,
                () -> {
                    var claim = claimWrites.find(id);
                    var draft = VerdictDraft.of(id);
                    return draft == null ? Target.unconditional(claim) : new Target<>(claim, draft.tag(), draft.etag());
                },
                (claim, body) -> {
                    if (claim.status() != ClaimStatus.IN_REVIEW) {
                        throw new ClaimLocked(claim.status());
                    }
                    if (!actors.current().is(claim.assignee)) {
                        throw new NotAssignee();
                    }
                    var input = body.as(WriteVerdictDraft.class, (sent, faults) -> {
                        requireOwnSources(claim, sent.sources(), faults);
                        return sent;
                    });
                    return write(claim, input);
                });
    }

    private Outcome write(Claim claim, WriteVerdictDraft input) {
        var actor = actors.current();
        var known = VerdictDraft.of(claim.id());
        var before = known == null ? null : WriteVerdictDraft.of(known);
        var draft = known == null ? VerdictDraft.begin(claim.id()) : known;
        draft.write(input, actor.subject(), clock.instant());
        draft.persist();
        HistoryEntry.draftWritten(claim, actor, clock.instant(), before, input);
        VerdictDraft.flush();
        var view = WriteVerdictDraft.of(draft);
        return claimWrites.finish(
                claim, (before == null ? Outcome.created(view) : Outcome.ok(view)).etag(draft.etag()));
    }

    private static void requireOwnSources(Claim claim, List<UUID> cited, Faults faults) {
        if (cited == null) {
            return;
        }
        var own = Source.of(List.of(claim.id())).stream().map(Source::id).collect(Collectors.toSet());
        for (int i = 0; i < cited.size(); i++) {
            if (!own.contains(cited.get(i))) {
                faults.add("/sources/" + i, "does not identify a source of this claim");
            }
        }
    }
}
