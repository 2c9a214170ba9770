package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.article.Article;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.deployment.Site;
import org.quotecheck.embed.EmbedCode;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** {@code /articles/{id}}: an article's title, publisher and address, and those of its quotes that were checked. */
@Path("/articles")
@RunOnVirtualThread
class ArticlePageResource {

    private static final int MOST = 50;

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance article(PageFrame f, ArticlePage page, List<ListedCheck> checks, String code);
    }

    record ArticlePage(String url, String address, String title, String language, String publisher) {}

    private final Checks checks;
    private final PageFrames frames;
    private final Site site;
    private final Reads reads;

    ArticlePageResource(Checks checks, PageFrames frames, Site site, Reads reads) {
        this.checks = checks;
        this.frames = frames;
        this.site = site;
        this.reads = reads;
    }

    @GET
    @Path("{id:[^/.]+}")
    @Transactional
    public Response page(@PathParam("id") UUID id) {
        var article = Article.<Article>findByIdOptional(id).orElseThrow(Problem::notFound);
        var found = checks.onPage(article.urlHash(), MOST);
        if (found.isEmpty()) {
            throw Problem.notFound();
        }
        var frame = frames.in(article.language());
        var etag = frames.etag(
                frame,
                "article",
                id,
                article.version(),
                article.title() + article.publisher(),
                found.stream().map(Checks.Check::tag).toList());
        return reads.conditional(etag, "text/html;charset=utf-8", () -> render(id, article, found, frame));
    }

    private String render(UUID id, Article article, List<Checks.Check> found, PageFrame frame) {
        var places = Appearance.<Appearance>list(
                "id in ?1", found.stream().map(Checks.Check::appearance).toList());
        var listed = found.stream()
                .map(check -> places.stream()
                        .filter(place -> place.id().equals(check.appearance()))
                        .findFirst()
                        .map(place -> check.listed(frame.lang()).withQuote(place.quote(), place.link()))
                        .orElseGet(() -> check.listed(frame.lang())))
                .toList();
        var address = site.url("/articles/" + id);
        return Templates.article(
                        frame,
                        new ArticlePage(
                                article.url(),
                                address,
                                article.title(),
                                article.language(),
                                article.publisher() == null
                                        ? null
                                        : article.publisher().name()),
                        listed,
                        site.isAbsolute() ? EmbedCode.ofArticle(frame.word("list.title"), address, site) : null)
                .render();
    }
}
