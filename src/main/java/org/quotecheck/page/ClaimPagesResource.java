package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;
import org.quotecheck.interchange.ClaimReviewJson;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.verdict.Labels;

/** {@code /claims/{id}}: a claim's public page, complete without script, and its ClaimReview alone. */
@Path("/claims")
@RunOnVirtualThread
class ClaimPagesResource {

    private static final String HTML = "text/html;charset=utf-8";

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance claim(
                Organization organization, ClaimPage page, RawString jsonLd, String oembed, String lang);
    }

    private final Reads reads;
    private final Site site;
    private final Organization organization;
    private final Edition edition;
    private final ReviewRules rules;
    private final ClaimReviewJson claimReview;

    ClaimPagesResource(
            Reads reads,
            Site site,
            Organization organization,
            Edition edition,
            ReviewRules rules,
            ClaimReviewJson claimReview) {
        this.reads = reads;
        this.site = site;
        this.organization = organization;
        this.edition = edition;
        this.rules = rules;
        this.claimReview = claimReview;
    }

    @GET
    @Path("{id:[^/.]+}")
    @Transactional
    public Response page(@PathParam("id") UUID id) {
        var claim = PublishedClaim.withId(id).orElseThrow(Problem::notFound);
        return claim.id().equals(id) ? reads.conditional(etag(claim), HTML, () -> render(claim)) : moved(claim, "");
    }

    @GET
    @Path("{id:[^/.]+}.jsonld")
    @Transactional
    public Response jsonLd(@PathParam("id") UUID id) {
        var claim = PublishedClaim.withId(id).filter(found -> site.isAbsolute()).orElseThrow(Problem::notFound);
        if (claim.removed()) {
            throw new Problem(ProblemType.GONE, "The content of this verdict was removed.");
        }
        if (claim.retracted()) {
            throw new Problem(ProblemType.GONE, "The verdict on this claim was retracted.");
        }
        return claim.id().equals(id)
                ? reads.conditional(etag(claim), "application/ld+json", () -> claimReview.of(claim))
                : moved(claim, ".jsonld");
    }

    private static Response moved(PublishedClaim survivor, String suffix) {
        return Response.status(308)
                .location(URI.create("/claims/" + survivor.id() + suffix))
                .build();
    }

    private String render(PublishedClaim claim) {
        var jsonLd = claim.retracted() || claim.removed() || !site.isAbsolute()
                ? null
                : new RawString(claimReview.of(claim));
        return Templates.claim(
                        organization,
                        ClaimPage.of(claim, site, rules.namesShown()),
                        jsonLd,
                        oembed(claim),
                        Labels.resolve(claim.current().content().language()))
                .render();
    }

    /** Where a CMS that is given the page's address finds the card; null while nobody knows our address. */
    private String oembed(PublishedClaim claim) {
        return site.isAbsolute() && !claim.removed()
                ? site.url("/oembed?url=")
                        + URLEncoder.encode(site.url("/claims/" + claim.id()), StandardCharsets.UTF_8)
                : null;
    }

    private String etag(PublishedClaim claim) {
        return edition.etag(claim.id() + ":" + claim.version() + ":" + rules.namesShown());
    }
}
