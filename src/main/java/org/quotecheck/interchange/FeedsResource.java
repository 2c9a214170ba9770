package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;
import org.quotecheck.http.Reads;
import org.quotecheck.interchange.RenderedFeeds.RenderedFeed;
import org.quotecheck.problem.Problem;

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

    /**
     * Extensions stand before entries, as RFC 4287's grammar has it
     *
     * @param id the same on each page of one feed
     * @param next the next page's address, null on the last
     */
    record Feed(
            String id,
            String title,
            String self,
            String next,
            String home,
            Instant updated,
            String author,
            String authorUrl,
            List<FeedEntry> entries) {}

    private final PublishedFeed feed;
    private final CorrectionsFeed corrections;
    private final ClaimReviewFeed claimReview;
    private final RenderedFeeds rendered;
    private final Reads reads;
    private final Site site;
    private final Organization organization;
    private final Edition edition;
    private final ObjectMapper json;

    FeedsResource(
            PublishedFeed feed,
            CorrectionsFeed corrections,
            ClaimReviewFeed claimReview,
            RenderedFeeds rendered,
            Reads reads,
            Site site,
            Organization organization,
            Edition edition,
            ObjectMapper json) {
        this.feed = feed;
        this.corrections = corrections;
        this.claimReview = claimReview;
        this.rendered = rendered;
        this.reads = reads;
        this.site = site;
        this.organization = organization;
        this.edition = edition;
        this.json = json;
    }

    @GET
    @Path("verdicts.atom")
    public Response verdictsAtom(@QueryParam("cursor") String cursor) {
        var path = "/feeds/verdicts.atom";
        return answer(ATOM, verdicts(path, cursor, (items, next) -> {
            var entries = items.stream().map(item -> FeedEntry.of(item, site)).toList();
            return atom("Fact checks by " + organization.name(), path, cursor, next, entries);
        }));
    }

    @GET
    @Path("corrections.atom")
    public Response correctionsAtom(@QueryParam("cursor") String cursor) {
        requireAddress();
        var page = corrections.page(cursor);
        var path = "/feeds/corrections.atom";
        var states =
                page.items().stream().map(CorrectionsFeed.CorrectionState::tag).toList();
        return answer(ATOM, rendered.page(address(path, cursor), states, () -> {
            var entries = corrections.revisions(page.items()).stream()
                    .map(row -> FeedEntry.of(row, row.content(), site))
                    .toList();
            var body = atom("Corrections by " + organization.name(), path, cursor, page.nextCursor(), entries);
            return new RenderedFeed(etag(path, cursor, page.nextCursor(), states), page.nextCursor(), body);
        }));
    }

    @GET
    @Path("verdicts.json")
    public Response verdictsJson(@QueryParam("cursor") String cursor) {
        var path = "/feeds/verdicts.json";
        return answer("application/feed+json", verdicts(path, cursor, (items, next) -> {
            var entries = items.stream()
                    .filter(item -> !item.retracted())
                    .map(item -> JsonFeed.JsonFeedItem.of(FeedEntry.of(item, site)))
                    .toList();
            var feed = new JsonFeed(
                    JsonFeed.VERSION,
                    "Fact checks by " + organization.name(),
                    site.url("/"),
                    address(path, cursor),
                    next == null ? null : address(path, next),
                    List.of(new JsonFeed.Author(organization.name(), site.url(organization.url()))),
                    entries);
            return Json.bytes(json, feed);
        }));
    }

    @GET
    @Path("claimreview.jsonld")
    public Response claimReviews(@QueryParam("cursor") String cursor) {
        var path = "/feeds/claimreview.jsonld";
        var page = verdicts(path, cursor, (items, next) -> claimReview.of(items).getBytes(StandardCharsets.UTF_8));
        var response = answer("application/ld+json", page);
        return page.next() == null
                ? response
                : Response.fromResponse(response)
                        .header("Link", "<" + address(path, page.next()) + ">; rel=\"next\"")
                        .build();
    }

    /** Renders the items of one page; the cursor is the next page's, null on the last. */
    private interface Rendering extends BiFunction<List<PublishedFeed.PublishedItem>, String, byte[]> {}

    private RenderedFeed verdicts(String path, String cursor, Rendering rendering) {
        requireAddress();
        var page = feed.page(cursor);
        var states =
                page.items().stream().map(PublishedFeed.PublishedState::tag).toList();
        return rendered.page(address(path, cursor), states, () -> {
            var items = feed.items(page.items());
            var body = rendering.apply(items, page.nextCursor());
            return new RenderedFeed(etag(path, cursor, page.nextCursor(), states), page.nextCursor(), body);
        });
    }

    private Response answer(String type, RenderedFeed page) {
        return reads.conditional(page.etag(), type, page::body);
    }

    private void requireAddress() {
        if (!site.isAbsolute()) {
            throw Problem.addressNotConfigured();
        }
    }

    private byte[] atom(String title, String path, String cursor, String nextCursor, List<FeedEntry> entries) {
        return Templates.atom(new Feed(
                        site.url(path),
                        title,
                        address(path, cursor),
                        nextCursor == null ? null : address(path, nextCursor),
                        site.url("/"),
                        entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated(),
                        organization.name(),
                        site.url(organization.url()),
                        entries))
                .render()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String etag(String path, String cursor, String nextCursor, List<String> states) {
        return edition.etag(path + cursor + nextCursor + String.join("\n", states));
    }

    private String address(String path, String cursor) {
        return cursor == null ? site.url(path) : site.url(path) + "?cursor=" + cursor;
    }
}
