package org.quotecheck.log;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.quotecheck.digest.Sha256;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** {@code /v1/log}: everything that was ever published, in one order that nobody can change unseen (RFC 9162). */
@Path("/v1/log")
@RunOnVirtualThread
class LogResource {

    /** Hashes are SHA-256 in lower-case hex. */
    @RegisterForReflection
    record EntryView(long index, UUID claimId, int number, String digest, String leafHash, Instant publishedAt) {

        static EntryView of(RevisionLog.Entry entry) {
            return new EntryView(
                    entry.index(),
                    entry.claimId(),
                    entry.number(),
                    entry.digest(),
                    HexFormat.of().formatHex(entry.leaf().hash()),
                    entry.publishedAt());
        }
    }

    @RegisterForReflection
    record EntriesView(List<EntryView> items) {}

    private final RevisionLog log;
    private final LogHeads heads;
    private final LogProofs proofs;
    private final LogKeys keys;
    private final Reads reads;

    LogResource(RevisionLog log, LogHeads heads, LogProofs proofs, LogKeys keys, Reads reads) {
        this.log = log;
        this.heads = heads;
        this.proofs = proofs;
        this.keys = keys;
        this.reads = reads;
    }

    @GET
    @Path("head")
    @Transactional
    public Response head() {
        var head = heads.current();
        return reads.conditional(tag(head.jws() == null ? head.rootHash() + head.size() : head.jws()), () -> head);
    }

    @GET
    @Path("entries")
    @Transactional
    public Response entries(
            @QueryParam("from") @DefaultValue("0") String from,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @Context UriInfo uri) {
        long first = LogProofs.number("from", from);
        var found = log.entries(first, limit.value() + 1);
        var items = found.stream().limit(limit.value()).map(EntryView::of).toList();
        var response = Response.ok(new EntriesView(items), MediaType.APPLICATION_JSON_TYPE);
        if (found.size() > items.size()) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("from", first + limit.value())
                    .build();
            response.links(Link.fromUri(next.getRawPath() + '?' + next.getRawQuery())
                    .rel("next")
                    .build());
        }
        return response.build();
    }

    @GET
    @Path("proof")
    @Transactional
    public Response proof(
            @QueryParam("claimId") UUID claimId,
            @QueryParam("number") String number,
            @QueryParam("size") String size,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        boolean inclusion = claimId != null && number != null && from == null && to == null;
        boolean consistency = claimId == null && number == null && size == null && from != null;
        if (!inclusion && !consistency) {
            throw Problem.malformed("The query parameters claimId and number, or from and to, are required.");
        }
        var proof = inclusion ? proofs.inclusion(claimId, number, size) : proofs.consistency(from, to);
        return Response.ok(proof, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("keys")
    public Response keys() {
        var view = keys.view();
        return reads.conditional(tag(view.toString()), () -> view);
    }

    private static String tag(String state) {
        return '"' + Sha256.hex(state).substring(0, 32) + '"';
    }
}
