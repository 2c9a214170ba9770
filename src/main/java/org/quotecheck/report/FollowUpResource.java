package org.quotecheck.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.deployment.Site;
import org.quotecheck.problem.Accepted;
import org.quotecheck.problem.Problem;

/**
 * {@code /reports/{key}}: what became of a reader's report, for anyone who has the address. It says neither what was
 * reported nor who answered, so that nothing is lost when the address is.
 */
@Path("/reports")
@RunOnVirtualThread
class FollowUpResource {

    private static final Duration SHOWN_AFTER_CLOSING = Duration.ofDays(90);

    /** @param claim the claim's public page */
    @RegisterForReflection
    record FollowUpView(
            ReaderReport.Kind kind,
            ReaderReport.Status status,
            String claim,
            Instant createdAt,
            Instant closedAt,
            String answer) {}

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance followUp(
                PageFrame f,
                String kind,
                boolean closed,
                String claim,
                String createdAt,
                String closedAt,
                String answer);
    }

    private final PageFrames frames;
    private final Site site;
    private final Clock clock;

    FollowUpResource(PageFrames frames, Site site, Clock clock) {
        this.frames = frames;
        this.site = site;
        this.clock = clock;
    }

    static String path(String key) {
        return "/reports/" + key;
    }

    @GET
    @Path("{key}")
    @Transactional
    public Response followUp(@PathParam("key") String key, @Context HttpHeaders headers) {
        var report = ReaderReport.followedUp(key, clock.instant().minus(SHOWN_AFTER_CLOSING))
                .orElseThrow(Problem::notFound);
        var view = new FollowUpView(
                report.kind,
                report.status,
                site.url("/claims/" + report.claimId),
                report.createdAt,
                report.closedAt,
                report.answer);
        boolean page = prefersPage(headers);
        return Response.ok(page ? render(view) : view)
                .type(page ? MediaType.TEXT_HTML_TYPE.withCharset("utf-8") : MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    private static boolean prefersPage(HttpHeaders headers) {
        return Accepted.types(headers).stream()
                .limit(1)
                .anyMatch(first -> !first.isWildcardType() && first.isCompatible(MediaType.TEXT_HTML_TYPE));
    }

    private String render(FollowUpView view) {
        return Templates.followUp(
                        frames.own(),
                        view.kind == null ? null : view.kind.toString(),
                        view.status == ReaderReport.Status.CLOSED,
                        view.claim,
                        day(view.createdAt),
                        day(view.closedAt),
                        view.answer)
                .render();
    }

    private static String day(Instant time) {
        return time == null ? null : time.toString().substring(0, "2026-01-31".length());
    }
}
