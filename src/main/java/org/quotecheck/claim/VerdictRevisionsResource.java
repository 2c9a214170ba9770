package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.quotecheck.http.Problem;
import org.quotecheck.http.Reads;

/** {@code /v1/claims/{id}/verdict-revisions}: what was published, and when. */
@Path("/v1/claims/{id}/verdict-revisions")
@RunOnVirtualThread
class VerdictRevisionsResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @RegisterForReflection
    record RevisionsView(List<VerdictView> items) {}

    private final Reads reads;
    private final ClaimTags tags;
    private final ReviewRules rules;

    VerdictRevisionsResource(Reads reads, ClaimTags tags, ReviewRules rules) {
        this.reads = reads;
        this.tags = tags;
        this.rules = rules;
    }

    @GET
    @Transactional
    public Response revisions(@PathParam("id") UUID id) {
        var revisions = VerdictRevision.of(id);
        if (revisions.isEmpty()) {
            throw Problem.notFound();
        }
        return reads.conditional(tags.ofRevisions(revisions.size()),
                () -> new RevisionsView(revisions.stream().map(revision -> VerdictView.of(revision, rules.namesShown())).toList()));
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
        return Response.fromResponse(reads.conditional('"' + revision.digest() + '"', () -> VerdictView.of(revision, false)))
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }
}
