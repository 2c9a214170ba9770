package org.quotecheck.interchange;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.quotecheck.body.Bodies;
import org.quotecheck.body.Body;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.interchange.GoogleClaims.GoogleClaim;
import org.quotecheck.interchange.GoogleClaims.GooglePublisher;
import org.quotecheck.interchange.GoogleClaims.GoogleReview;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.search.PublishedSearch;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.VerdictContent;

/**
 * {@code /v1alpha1/claims:search}: verdicts as Google's Fact Check Tools API gives them, so that its clients read us
 * unmodified. Parameters that it does not know are ignored, as Google's clients send additional ones.
 */
@Path("/v1alpha1")
@RunOnVirtualThread
class ClaimSearchResource {

    private final Bodies bodies;
    private final PublishedSearch search;
    private final Site site;
    private final Organization organization;
    private final Clock clock;

    ClaimSearchResource(Bodies bodies, PublishedSearch search, Site site, Organization organization, Clock clock) {
        this.bodies = bodies;
        this.search = search;
        this.site = site;
        this.organization = organization;
        this.clock = clock;
    }

    @GET
    @Path("claims:search")
    public Response search(
            @QueryParam("query") String query,
            @QueryParam("languageCode") String languageCode,
            @QueryParam("reviewPublisherSiteFilter") String siteFilter,
            @QueryParam("maxAgeDays") String maxAgeDays,
            @QueryParam("pageSize") String pageSize,
            @QueryParam("pageToken") String pageToken,
            @QueryParam("offset") String offset) {
        var asked = ClaimSearch.of(query, languageCode, siteFilter, maxAgeDays, pageSize, pageToken, offset);
        if (!site.isAbsolute()) {
            throw Problem.addressNotConfigured();
        }
        var from = pageToken == null || pageToken.isEmpty()
                ? PublishedSearch.SearchPosition.from(asked.offset())
                : after(pageToken, asked);
        var found = asked.site() == null || asked.site().equals(host())
                ? search.find(asked.at(clock.instant()), from, asked.pageSize() + 1)
                : List.<PublishedSearch.Found>of();
        var page = PageView.of(found, new Limit(asked.pageSize()), PublishedSearch.Found::key, asked.filters());
        var claims = new GoogleClaims(
                page.items().stream()
                        .flatMap(item -> item.verdict().map(verdict -> claim(item, verdict)).stream())
                        .toList(),
                page.nextCursor());
        return Response.ok(claims, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /**
     * The same by a form: Google's client for Java sends one where the address would have more than 2,048 characters,
     * which some 300 letters of Russian fill
     */
    @POST
    @Path("claims:search")
    public Response searchByForm(byte[] content) {
        var form = bodies.readZippableForm(content);
        var found = search(
                text(form, "query"),
                text(form, "languageCode"),
                text(form, "reviewPublisherSiteFilter"),
                text(form, "maxAgeDays"),
                text(form, "pageSize"),
                text(form, "pageToken"),
                text(form, "offset"));
        return Response.fromResponse(found)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String text(Body form, String name) {
        return form.member(name, String.class).orElse(null);
    }

    @GET
    @Path("claims:imageSearch")
    public Response searchImages() {
        throw new Problem(ProblemType.NOT_IMPLEMENTED, "Images are not searched; use claims:search.");
    }

    private static PublishedSearch.SearchPosition after(String pageToken, ClaimSearch asked) {
        try {
            return PublishedSearch.after(pageToken, asked.filters());
        } catch (Problem e) {
            throw Problem.malformed("pageToken must come from an answer to a call with the same other parameters.");
        }
    }

    private GoogleClaim claim(PublishedSearch.Found found, VerdictContent content) {
        var words = content.claim();
        var rating = Labels.of(content.rating(), content.language());
        var review = new GoogleReview(
                new GooglePublisher(organization.name(), host()),
                site.url("/claims/" + found.id()),
                rating + ": " + words.text(),
                found.publishedAt(),
                rating,
                content.language());
        return new GoogleClaim(
                words.text(),
                words.claimant() == null ? null : words.claimant().name(),
                words.claimDate() == null ? null : words.claimDate() + "T00:00:00Z",
                List.of(review));
    }

    /** Of the organisation's own site, otherwise of this service. */
    private String host() {
        return ClaimSearch.host(site.url(organization.url()));
    }
}
