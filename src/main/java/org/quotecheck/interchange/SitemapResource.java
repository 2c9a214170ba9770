package org.quotecheck.interchange;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;
import org.quotecheck.interchange.SitemapPages.ListedPage;
import org.quotecheck.problem.Problem;

/** What programs that walk the site read first: sitemap.xml (sitemaps.org), robots.txt (RFC 9309), llms.txt. */
@Path("/")
@RunOnVirtualThread
class SitemapResource {

    private static final String XML = "application/xml;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    /** The protocol allows 50,000; an answer of a function has at most 6 MB. */
    private static final int MOST = 20_000;

    @CheckedTemplate(basePath = "feeds")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sitemap(List<Address> addresses);

        static native TemplateInstance sitemaps(List<Address> addresses);

        static native TemplateInstance llms(Organization organization, Site site);
    }

    record Address(String url, Instant changed) {}

    private final SitemapPages pages;
    private final Reads reads;
    private final Site site;
    private final Organization organization;
    private final Edition edition;

    SitemapResource(SitemapPages pages, Reads reads, Site site, Organization organization, Edition edition) {
        this.pages = pages;
        this.reads = reads;
        this.site = site;
        this.organization = organization;
        this.edition = edition;
    }

    /** All pages, newest first; an index of files where there are too many for one. */
    @GET
    @Path("sitemap.xml")
    public Response sitemap() {
        requireAddress();
        var newest = pages.pages(null, MOST);
        if (newest.size() <= MOST) {
            return file(newest);
        }
        var files = pages.files(MOST).stream()
                .map(file -> new Address(site.url("/sitemap-" + file.id() + ".xml"), file.changed()))
                .toList();
        return reads.conditional(
                etag(files), XML, () -> Templates.sitemaps(files).render());
    }

    /** @param newest the id of the claim with which the file begins */
    @GET
    @Path("sitemap-{newest:[^/.]+}.xml")
    public Response file(@PathParam("newest") UUID newest) {
        requireAddress();
        return file(pages.pages(newest, MOST));
    }

    /** The last one has the start page, too. */
    private Response file(List<ListedPage> claims) {
        var addresses = claims.stream()
                .limit(MOST)
                .map(page -> new Address(site.url("/claims/" + page.id()), page.changed()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (claims.size() <= MOST) {
            addresses.add(new Address(site.url("/"), null));
        }
        return reads.conditional(
                etag(addresses), XML, () -> Templates.sitemap(addresses).render());
    }

    @GET
    @Path("robots.txt")
    public Response robots() {
        var sitemap = site.isAbsolute() ? "\nSitemap: " + site.url("/sitemap.xml") + '\n' : "";
        var rules = "User-agent: *\nDisallow: /v1/\nDisallow: /console\n" + sitemap;
        return reads.conditional(edition.etag(rules), TEXT, () -> rules);
    }

    @GET
    @Path("llms.txt")
    public Response llms() {
        requireAddress();
        return reads.conditional(
                edition.etag("llms"),
                TEXT,
                () -> Templates.llms(organization, site).render());
    }

    private String etag(List<Address> addresses) {
        return edition.etag("sitemap" + addresses);
    }

    private void requireAddress() {
        if (!site.isAbsolute()) {
            throw Problem.addressNotConfigured();
        }
    }
}
