package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.claim.PublishedHistory;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.deployment.Site;
import org.quotecheck.embed.EmbedCode;
import org.quotecheck.http.Reads;
import org.quotecheck.interchange.ClaimReviewJson;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.verdict.Labels;

/** {@code /claims/{id}}: a claim's public page, complete without script; its ClaimReview, and its picture. */
@Path("/claims")
@RunOnVirtualThread
class ClaimPagesResource {

    private static final String HTML = "text/html;charset=utf-8";

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance claim(PageFrame f, ClaimPage page, Shared shared);
    }

    /**
     * What programs and publishers take from the page; absent values are null.
     *
     * @param code what publishers copy
     */
    record Shared(String url, RawString jsonLd, String oembed, Picture picture, EmbedCode code) {}

    /**
     * @param type its media type
     * @param width in pixels, as the height is
     */
    record Picture(String url, String type, int width, int height) {}

    private final PublishedHistory history;
    private final Reads reads;
    private final Site site;
    private final Organization organization;
    private final PageFrames frames;
    private final ReviewRules rules;
    private final ClaimReviewJson claimReview;

    ClaimPagesResource(
            PublishedHistory history,
            Reads reads,
            Site site,
            Organization organization,
            PageFrames frames,
            ReviewRules rules,
            ClaimReviewJson claimReview) {
        this.history = history;
        this.reads = reads;
        this.site = site;
        this.organization = organization;
        this.frames = frames;
        this.rules = rules;
        this.claimReview = claimReview;
    }

    @GET
    @Path("{id:[^/.]+}")
    public Response page(@PathParam("id") UUID id) {
        var claim = history.withId(id).orElseThrow(Problem::notFound);
        return claim.id().equals(id)
                ? reads.conditional(etag(claim, "page"), HTML, () -> render(claim))
                : moved(claim, "");
    }

    @GET
    @Path("{id:[^/.]+}.jsonld")
    public Response jsonLd(@PathParam("id") UUID id) {
        if (!site.isAbsolute()) {
            throw Problem.addressNotConfigured();
        }
        var claim = history.withId(id).orElseThrow(Problem::notFound);
        if (!claim.id().equals(id)) {
            return moved(claim, ".jsonld");
        }
        if (claim.removed()) {
            throw new Problem(ProblemType.GONE, "The content of this verdict was removed.");
        }
        if (claim.retracted()) {
            throw new Problem(ProblemType.GONE, "The verdict on this claim was retracted.");
        }
        return reads.conditional(etag(claim, "jsonld"), "application/ld+json", () -> claimReview.of(claim));
    }

    /** What other sites show where somebody shares the page's address. */
    @GET
    @Path("{id:[^/.]+}.svg")
    public Response picture(@PathParam("id") UUID id) {
        var claim = history.withId(id).orElseThrow(Problem::notFound);
        return claim.id().equals(id)
                ? reads.conditional(etag(claim, "svg"), "image/svg+xml", () -> {
                    var frame = frame(claim);
                    return VerdictPicture.of(ClaimPage.of(claim, frame.lang(), false), frame);
                })
                : moved(claim, ".svg");
    }

    private static Response moved(PublishedClaim survivor, String suffix) {
        return Reads.elsewhere(308, "/claims/" + survivor.id() + suffix)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private String render(PublishedClaim claim) {
        var frame = frame(claim);
        var page = ClaimPage.of(claim, frame.lang(), rules.namesShown());
        var url = site.url(page.path());
        boolean shown = !page.removed();
        boolean hasWords = page.claim().text() != null; // the retraction of what was removed has none
        return Templates.claim(
                        frame,
                        page,
                        new Shared(
                                url,
                                shown && !page.retracted() && site.isAbsolute()
                                        ? new RawString(claimReview.of(claim))
                                        : null,
                                shown ? oembed(url) : null,
                                shown && site.isAbsolute() ? picture(claim, page, url, frame.lang()) : null,
                                hasWords && site.isAbsolute() ? EmbedCode.of(claim, site, organization) : null))
                .render();
    }

    /**
     * Most networks show PNG only, which is drawn ahead and has the verdict alone; a deployment's own words are drawn
     * as SVG.
     */
    private Picture picture(PublishedClaim claim, ClaimPage page, String url, String language) {
        return Labels.isOurs(claim.current().content().rating(), language)
                ? new Picture(
                        site.url("/assets/pictures/" + language + '/'
                                + page.verdict().tone() + ".png"),
                        "image/png",
                        800,
                        420)
                : new Picture(url + ".svg", "image/svg+xml", 1200, 630);
    }

    /** In the verdict's language. */
    private PageFrame frame(PublishedClaim claim) {
        return frames.in(claim.verdictLanguage());
    }

    /** Where a CMS that is given the page's address finds the card; null while nobody knows our address. */
    private String oembed(String url) {
        return site.isAbsolute() ? site.url("/oembed?url=") + URLEncoder.encode(url, StandardCharsets.UTF_8) : null;
    }

    private String etag(PublishedClaim claim, String form) {
        return frames.etag(frame(claim), form, claim.id(), claim.version(), rules.namesShown());
    }
}
