package org.quotecheck.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.quotecheck.claim.Claims;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Audience.OptionalCaller;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.security.Actors;

/** {@code /v1/claims/{id}/reports}: where a reader says that something is wrong. */
@Path("/v1/claims/{id}/reports")
@RunOnVirtualThread
class ClaimReportsResource {

    /** @param followUp where the reader learns what becomes of it; null when the answer is given again */
    @RegisterForReflection
    record SentView(UUID id, String followUp) {}

    private final Writes writes;
    private final ReaderReports reports;
    private final Actors actors;
    private final Site site;

    ClaimReportsResource(Writes writes, ReaderReports reports, Actors actors, Site site) {
        this.writes = writes;
        this.reports = reports;
        this.actors = actors;
        this.site = site;
    }

    @POST
    @OptionalCaller
    public Response send(@PathParam("id") UUID id, byte[] content) {
        actors.current(); // public, but a token that is not valid is refused
        return writes.change(content, () -> Target.unconditional(Claims.publishedAndLocked(id)), (claim, body) -> {
            claim.requireNoDuplicate();
            var sent = reports.send(id, body.as(SendReport.class));
            return Outcome.accepted(new SentView(sent.report().id, site.url(FollowUpResource.path(sent.key()))))
                    .replayed(new SentView(sent.report().id, null));
        });
    }
}
