package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Reads;
import org.quotecheck.search.PublishedSearch;

/** {@code /search}: verdicts that stand, best match first, or the newest claims if nothing is asked for. */
@Path("/search")
@RunOnVirtualThread
class SearchPageResource {

    private static final Limit PAGE = new Limit(20);
    /** In characters: what is longer was pasted by mistake, and its beginning finds as much. */
    private static final int LONGEST = 200;

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance search(PageFrame f, String q, List<ListedCheck> checks, String next);
    }

    private final PublishedSearch search;
    private final PageFrames frames;
    private final Reads reads;

    SearchPageResource(PublishedSearch search, PageFrames frames, Reads reads) {
        this.search = search;
        this.frames = frames;
        this.reads = reads;
    }

    @GET
    public Response search(@QueryParam("q") String q, @QueryParam("cursor") String cursor) {
        var frame = frames.own();
        var words = words(q);
        var from =
                cursor == null ? PublishedSearch.SearchPosition.from(0) : PublishedSearch.after(cursor, "page", words);
        var page = PageView.of(
                search.find(
                        new PublishedSearch.Query(words.isEmpty() ? null : words, null, null, null),
                        from,
                        PAGE.value() + 1),
                PAGE,
                PublishedSearch.Found::key,
                "page",
                words);
        var etag = frames.etag(
                frame,
                "search",
                words,
                page.nextCursor() != null,
                page.items().stream()
                        .map(found -> found.id() + "@" + found.publishedAt() + found.underReview())
                        .toList());
        return reads.conditional(
                etag,
                "text/html;charset=utf-8",
                () -> Templates.search(frame, words, listed(page, frame), next(page, words))
                        .render());
    }

    private static String next(PageView<?> page, String words) {
        return page.nextCursor() == null
                ? null
                : "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&cursor=" + page.nextCursor();
    }

    private static List<ListedCheck> listed(PageView<PublishedSearch.Found> page, PageFrame frame) {
        return page.items().stream()
                .flatMap(found -> found.verdict().stream()
                        .map(verdict -> ListedCheck.of(
                                found.id(), verdict, found.publishedAt(), found.underReview(), frame.lang())))
                .toList();
    }

    /** Without what no text has, and as long as a question is. */
    private static String words(String q) {
        var words = q == null
                ? ""
                : q.replaceAll("\\p{Cntrl}|[\\uFFFE\\uFFFF]|\\p{Cs}", " ").strip();
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }
}
