package org.quotecheck.interchange;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;
import org.quotecheck.verdict.VerdictRevision;

/**
 * {@code /feeds}: verdicts as Atom (RFC 4287, paged by RFC 5005, withdrawn by RFC 6721), JSON Feed 1.1 and schema.org
 * DataFeed; corrections as Atom. Newest first; parameters that they do not know are ignored.
 */
@Path("/feeds")
@RunOnVirtualThread
class FeedsResource {

    private static final String ATOM = "application/atom+xml;charset=utf-8";

    @CheckedTemplate(basePath = "feeds")
    static class Templates {
        private Templates() {}

        static native TemplateInstance atom(Feed feed);
    }

    /** @param next the next page's address, null on the last */
    record Feed(
            String title,
            String self,
            String next,
            String home,
            Instant updated,
            String author,
            String authorUrl,
            List<FeedEntry> entries) {}

    private final PublishedFeed feed;
    private final ClaimReviewFeed claimReview;
    private final Reads reads;
    private final Site site;
    private final Organization organization;
    private final Edition edition;

    FeedsResource(
            PublishedFeed feed,
            ClaimReviewFeed claimReview,
            Reads reads,
            Site site,
            Organization organization,
            Edition edition) {
        this.feed = feed;
        this.claimReview = claimReview;
        this.reads = reads;
        this.site = site;
        this.organization = organization;
        this.edition = edition;
    }

    @GET
    @Path("verdicts.atom")
    public Response verdictsAtom(@QueryParam("cursor") String cursor) {
        var page = page(cursor);
        var entries =
                page.items().stream().map(item -> FeedEntry.of(item, site)).toList();
        return atom(
                "Fact checks by " + organization.name(), "/feeds/verdicts.atom", cursor, page.nextCursor(), entries);
    }

    @GET
    @Path("corrections.atom")
    public Response correctionsAtom(@QueryParam("cursor") String cursor) {
        requireAddress();
        var last = cursor == null ? null : Cursor.read(cursor, 3, "corrections");
        int most = PublishedFeed.PAGE.value() + 1;
        var rows = last == null
                ? VerdictRevision.corrections(null, null, 0, most)
                : VerdictRevision.corrections(
                        PublishedFeed.time(last.get(0)), Cursor.id(last.get(1)), Cursor.integer(last.get(2)), most);
        var page = PageView.of(
                rows,
                PublishedFeed.PAGE,
                row -> List.of(row.publishedAt().toString(), row.claimId().toString(), String.valueOf(row.number())),
                "corrections");
        var entries = page.items().stream()
                .filter(row -> !row.isRemoved())
                .map(row -> FeedEntry.of(row, row.content(), site))
                .toList();
        return atom(
                "Corrections by " + organization.name(), "/feeds/corrections.atom", cursor, page.nextCursor(), entries);
    }

    @GET
    @Path("verdicts.json")
    public Response verdictsJson(@QueryParam("cursor") String cursor) {
        var page = page(cursor);
        var path = "/feeds/verdicts.json";
        var entries = page.items().stream()
                .filter(item -> !item.retracted())
                .map(item -> JsonFeed.JsonFeedItem.of(FeedEntry.of(item, site)))
                .toList();
        return reads.conditional(
                etag(path, page),
                "application/feed+json",
                () -> new JsonFeed(
                        JsonFeed.VERSION,
                        "Fact checks by " + organization.name(),
                        site.url("/"),
                        address(path, cursor),
                        address(path, page.nextCursor(), null),
                        List.of(new JsonFeed.Author(organization.name(), site.url(organization.url()))),
                        entries));
    }

    @GET
    @Path("claimreview.jsonld")
    public Response claimReviews(@QueryParam("cursor") String cursor) {
        var page = page(cursor);
        var path = "/feeds/claimreview.jsonld";
        var response = Response.fromResponse(
                reads.conditional(etag(path, page), "application/ld+json", () -> claimReview.of(page.items())));
        if (page.nextCursor() != null) {
            response.header("Link", "<" + address(path, page.nextCursor()) + ">; rel=\"next\"");
        }
        return response.build();
    }

    private PageView<PublishedFeed.PublishedItem> page(String cursor) {
        requireAddress();
        return feed.page(cursor);
    }

    private void requireAddress() {
        if (!site.isAbsolute()) {
            throw Problem.addressNotConfigured();
        }
    }

    private Response atom(String title, String path, String cursor, String nextCursor, List<FeedEntry> entries) {
        var state = entries.stream()
                .map(entry -> entry.id() + entry.updated() + entry.deleted())
                .collect(Collectors.joining("\n"));
        return reads.conditional(
                edition.etag(path + nextCursor + state),
                ATOM,
                () -> Templates.atom(new Feed(
                                title,
                                address(path, cursor),
                                address(path, nextCursor, null),
                                site.url("/"),
                                entries.isEmpty()
                                        ? Instant.EPOCH
                                        : entries.getFirst().updated(),
                                organization.name(),
                                site.url(organization.url()),
                                entries))
                        .render());
    }

    private String etag(String path, PageView<PublishedFeed.PublishedItem> page) {
        return edition.etag(path
                + page.nextCursor()
                + page.items().stream()
                        .map(item -> Map.entry(item.id(), item.number()).toString())
                        .collect(Collectors.joining("\n")));
    }

    private String address(String path, String cursor) {
        return address(path, cursor, site.url(path));
    }

    private String address(String path, String cursor, String without) {
        return cursor == null ? without : site.url(path) + "?cursor=" + cursor;
    }
}
