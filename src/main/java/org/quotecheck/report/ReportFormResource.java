package org.quotecheck.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.quotecheck.body.Bodies;
import org.quotecheck.claim.Claims;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** {@code /claims/{id}/reports}: the form on a claim's page, for readers without script. */
@Path("/claims/{id:[^/.]+}/reports")
@RunOnVirtualThread
class ReportFormResource {

    private final Bodies bodies;
    private final ReaderReports reports;
    private final Site site;

    ReportFormResource(Bodies bodies, ReaderReports reports, Site site) {
        this.bodies = bodies;
        this.reports = reports;
        this.site = site;
    }

    @POST
    @Transactional
    public Response send(@PathParam("id") UUID id, byte[] content, @Context HttpHeaders headers) {
        requireOwnPage(headers);
        var input = bodies.readForm(content).as(SendReport.class);
        Claims.publishedAndLocked(id).requireNoDuplicate();
        var sent = reports.send(id, input);
        return Reads.elsewhere(303, FollowUpResource.path(sent.key()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /**
     * Another site must not have its readers report in our name; browsers say where a form was sent from. Behind an
     * edge the service may be called by another host than its pages are read at, and by less than the browser has said.
     */
    private void requireOwnPage(HttpHeaders headers) {
        var from = headers.getHeaderString("Sec-Fetch-Site");
        var origin = headers.getHeaderString("Origin");
        boolean own = from != null
                ? from.equals("same-origin") || from.equals("none")
                : origin == null
                        || origin.equals(origin(site.url("/")))
                        || origin.replaceFirst("^https?://", "").equals(headers.getHeaderString(HttpHeaders.HOST));
        if (!own) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "Reports are accepted only from this site's own pages: open the claim's page and send it there.");
        }
    }

    /** An address without its path. */
    private static String origin(String address) {
        return address.replaceFirst("(?<=[^:/])/.*", "");
    }
}
