package org.quotecheck.interchange;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** What programs that walk the site read first: sitemap.xml (sitemaps.org), robots.txt (RFC 9309), llms.txt. */
@Path("/")
@RunOnVirtualThread
class SitemapResource {

    private static final String XML = "application/xml;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    /** The protocol allows 50,000; an answer of a function has at most 6 MB. */
    private static final int MOST = 20_000;

    private static final String LISTED = "c.revision > 0 and c.duplicate_of is null and not c.retracted";

    @CheckedTemplate(basePath = "feeds")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sitemap(List<Address> addresses);

        static native TemplateInstance sitemaps(List<Address> addresses);

        static native TemplateInstance llms(Organization organization, Site site);
    }

    record Address(String url, Instant changed) {}

    private final EntityManager database;
    private final Reads reads;
    private final Site site;
    private final Organization organization;
    private final Edition edition;

    SitemapResource(EntityManager database, Reads reads, Site site, Organization organization, Edition edition) {
        this.database = database;
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
        var newest = addresses("", null);
        if (newest.size() <= MOST) {
            var start = new Address(site.url("/"), null);
            var all = Stream.concat(Stream.of(start), newest.stream()).toList();
            return reads.conditional(
                    etag(all), XML, () -> Templates.sitemap(all).render());
        }
        var files = files();
        return reads.conditional(
                etag(files), XML, () -> Templates.sitemaps(files).render());
    }

    /** @param newest the id of the claim with which the file begins */
    @GET
    @Path("sitemap-{newest:[^/.]+}.xml")
    public Response file(@PathParam("newest") UUID newest) {
        requireAddress();
        var addresses = addresses("and c.id <= :newest", newest);
        var file = addresses.subList(0, Math.min(MOST, addresses.size()));
        return reads.conditional(etag(file), XML, () -> Templates.sitemap(file).render());
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

    private List<Address> addresses(String condition, UUID newest) {
        var select = database.createNativeQuery("""
                select c.id, r.published_at
                from claim c join verdict_revision r on r.claim_id = c.id and r.number = c.revision
                where %s and r.content <> '{}' %s
                order by c.id desc limit :limit""".formatted(LISTED, condition), Tuple.class)
                .setParameter("limit", MOST + 1);
        if (newest != null) {
            select.setParameter("newest", newest);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = select.getResultList();
        return rows.stream()
                .map(row -> new Address(
                        site.url("/claims/" + row.get("id", UUID.class)), row.get("published_at", Instant.class)))
                .toList();
    }

    private List<Address> files() {
        @SuppressWarnings("unchecked")
        List<UUID> first = database.createNativeQuery("""
                select id from (
                  select c.id, row_number() over (order by c.id desc) as at from claim c where %s) numbered
                where at %% %d = 1 order by id desc""".formatted(LISTED, MOST), UUID.class)
                .getResultList();
        return first.stream()
                .map(id -> new Address(site.url("/sitemap-" + id + ".xml"), null))
                .toList();
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
