package org.quotecheck.verdict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.KeptActor;

/** {@code /v1/claims/{id}/verdict-revisions}: what was published, and when. */
@Path("/v1/claims/{id}/verdict-revisions")
@RunOnVirtualThread
class VerdictRevisionsResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Reads reads;
    private final RevisionTags tags;
    private final ReviewRules rules;

    VerdictRevisionsResource(Reads reads, RevisionTags tags, ReviewRules rules) {
        this.reads = reads;
        this.tags = tags;
        this.rules = rules;
    }

    @GET
    @Transactional
    public Response revisions(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var revisions = VerdictRevision.of(id);
        if (revisions.isEmpty()) {
            throw Problem.notFound();
        }
        return reads.conditional(
                tags.of(revisions),
                uri,
                () -> PageView.cut(
                        revisions.stream()
                                .map(revision -> VerdictView.of(
                                        revision, rules.namesShown() ? KeptActor::nameOf : actor -> null))
                                .toList(),
                        limit,
                        cursor,
                        revision -> String.valueOf(revision.number()),
                        id));
    }

    @GET
    @Path("{number}")
    @Transactional
    public Response revision(@PathParam("id") UUID id, @PathParam("number") String number) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw Problem.malformed("A revision's number must be a positive integer.");
        }
        var revision = VerdictRevision.numbered(id, Integer.parseInt(number)).orElseThrow(Problem::notFound);
        // kept for a year: so without names, which a deployment may stop to show
        return Response.fromResponse(reads.conditional('"' + revision.tag() + '"', () -> VerdictView.of(revision)))
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }
}
