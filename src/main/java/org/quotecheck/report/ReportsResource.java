package org.quotecheck.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;

/** {@code /v1/reports}: what readers say is wrong, and what reviewers answer. */
@Path("/v1/reports")
@RunOnVirtualThread
class ReportsResource {

    private final Writes writes;
    private final Reads reads;
    private final ReaderReports reports;
    private final Actors actors;

    ReportsResource(Writes writes, Reads reads, ReaderReports reports, Actors actors) {
        this.writes = writes;
        this.reads = reads;
        this.reports = reports;
        this.actors = actors;
    }

    @GET
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response list(
            @QueryParam("status") ReaderReport.Status status,
            @QueryParam("claimId") UUID claimId,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var last = cursor == null ? null : Cursor.readId(cursor, status, claimId);
        return PageView.of(
                        ReaderReport.before(last, status, claimId, limit.value() + 1),
                        limit,
                        report -> List.of(report.id.toString()),
                        status,
                        claimId)
                .map(ReportView::of)
                .response(uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response report(@PathParam("id") UUID id) {
        var report = ReaderReport.<ReaderReport>findByIdOptional(id).orElseThrow(Problem::notFound);
        return reads.conditional(report.etag(), () -> ReportView.of(report));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response close(@PathParam("id") UUID id, byte[] content) {
        return writes.change(
                content,
                () -> {
                    var report = ReaderReport.locked(id).orElseThrow(Problem::notFound);
                    return new Target<>(report, report.tag(), report.etag());
                },
                (report, body) -> {
                    reports.close(report, body.as(CloseReport.class), actors.current());
                    return Outcome.ok(ReportView.of(report)).etag(report.etag());
                });
    }
}
