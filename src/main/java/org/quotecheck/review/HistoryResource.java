package org.quotecheck.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quotecheck.claim.Claims;
import org.quotecheck.claim.HistoryEntry;
import org.quotecheck.digest.Json;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.security.Actors;
import org.quotecheck.security.KeptActor;
import org.quotecheck.security.Role;

/** {@code /v1/claims/{id}/history}: every change, oldest first. */
@Path("/v1/claims/{id}/history")
@RunOnVirtualThread
class HistoryResource {

    private static final List<String> REVIEWERS_ALONE = List.of("assignee", "comment", "retractionRequestedBy");

    @RegisterForReflection
    record HistoryView(Instant at, KeptActor actor, String action, JsonNode before, JsonNode after) {}

    private final Actors actors;
    private final ObjectMapper json;

    HistoryResource(Actors actors, ObjectMapper json) {
        this.actors = actors;
        this.json = json;
    }

    @GET
    @RolesAllowed(Role.SUBMITTER_NAME)
    @Transactional
    public Response history(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var actor = actors.current();
        var claim = Claims.visible(id, actor);
        boolean reviewer = actor.is(Role.REVIEWER);
        if (!reviewer && !actor.is(claim.submittedBy())) {
            throw new Problem(ProblemType.FORBIDDEN, "Only its submitter and reviewers can read a claim's history.");
        }
        var last = Cursor.readId(cursor, id, reviewer);
        return PageView.of(
                        HistoryEntry.after(last, id, !reviewer, limit.value() + 1),
                        limit,
                        entry -> List.of(entry.id().toString()),
                        id,
                        reviewer)
                .map(entry -> new HistoryView(
                        entry.at(),
                        reviewer ? entry.actor() : null,
                        entry.action(),
                        told(entry.before(), reviewer),
                        told(entry.after(), reviewer)))
                .response(uri);
    }

    /** A submitter learns where the claim went and why, not who worked on it, nor what reviewers said to each other. */
    private JsonNode told(String text, boolean reviewer) {
        var state = text == null ? null : Json.<JsonNode>read(json.readerFor(JsonNode.class), text);
        if (!reviewer && state instanceof ObjectNode members) {
            members.remove(REVIEWERS_ALONE);
        }
        return state;
    }
}
