package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.claim.Claims;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.interchange.ClaimReviewJson;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;
import org.quotecheck.verdict.Explanation;
import org.quotecheck.verdict.VerdictContent;

/** {@code /v1/claims/{id}/verdict-draft/preview}: what would be published now. */
@Path("/v1/claims/{id}/verdict-draft/preview")
@RunOnVirtualThread
class VerdictPreviewResource {

    /**
     * @param explanationHtml as the claim's page would show it; absent without an explanation
     * @param claimReview absent without a rating, and where the deployment has no public address
     */
    @RegisterForReflection
    record PreviewView(EmbedClaimView embed, String explanationHtml, Map<String, Object> claimReview) {}

    private final Actors actors;
    private final Site site;
    private final Organization organization;
    private final ClaimReviewJson claimReview;
    private final Clock clock;

    VerdictPreviewResource(
            Actors actors, Site site, Organization organization, ClaimReviewJson claimReview, Clock clock) {
        this.actors = actors;
        this.site = site;
        this.organization = organization;
        this.claimReview = claimReview;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response preview(@PathParam("id") UUID id) {
        var claim = Claims.visible(id, actors.current());
        var draft =
                PublishedClaim.preview(claim, actors.current(), clock.instant()).orElseThrow(Problem::notFound);
        var content = draft.current().content();
        var view = new PreviewView(
                EmbedClaimView.of(EmbedContent.of(claim, draft.revisions()), null, null, null, site, organization),
                explanation(content),
                site.isAbsolute() && content.rating() != null ? claimReview.preview(draft) : null);
        return Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static String explanation(VerdictContent content) {
        var explanation =
                Explanation.of(content.explanation(), content.sources().size(), Explanation.PAGE_ROOM);
        return explanation == null ? null : explanation.html().toString();
    }
}
