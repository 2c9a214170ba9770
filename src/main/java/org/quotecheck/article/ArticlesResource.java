package org.quotecheck.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Quotas;
import org.quotecheck.security.Role;

/** {@code /v1/articles}: intake, and what is known of an article. */
@Path("/v1/articles")
@RunOnVirtualThread
class ArticlesResource {

    private final Writes writes;
    private final Reads reads;
    private final Actors actors;
    private final Quotas quotas;
    private final Clock clock;
    private final Event<ArticleRevised> revisions;

    ArticlesResource(
            Writes writes, Reads reads, Actors actors, Quotas quotas, Clock clock, Event<ArticleRevised> revisions) {
        this.writes = writes;
        this.reads = reads;
        this.actors = actors;
        this.quotas = quotas;
        this.clock = clock;
        this.revisions = revisions;
    }

    @POST
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response submit(byte[] content) {
        return writes.create(content, body -> submit(body.as(SubmitArticle.class)));
    }

    private Outcome submit(SubmitArticle input) {
        var url = canonical("/url", input.url());
        var text = ArticleText.of(input.text(), input.html());
        var actor = actors.current();
        var submitter = actor.subject();
        var known = Article.lockedAt(url);
        if (known.isPresent() && known.get().hasText(text)) {
            return Outcome.ok(ArticleView.of(known.get())).etag(known.get().etag());
        }
        if (known.isPresent() && !actor.is(Role.REVIEWER) && known.get().carriesVerdict()) {
            return wait(known.get(), text, actor);
        }
        quotas.countSubmission(actor);
        known.ifPresent(article -> {
            article.revise(input, text, submitter, clock.instant());
            revisions.fire(new ArticleRevised(article.id));
        });
        var article = known.orElseGet(() -> Article.first(url, input, text, submitter, clock.instant()));
        Article.flush();
        return Outcome.created("/v1/articles/" + article.id, ArticleView.of(article))
                .etag(article.etag());
    }

    /** Reads and embeds stay with the version before until a reviewer takes this one. */
    private Outcome wait(Article article, String text, Actor actor) {
        var waiting = ArticleVersion.waiting(article.id, text).orElseGet(() -> {
            quotas.countSubmission(actor);
            return ArticleVersion.keep(article, text, actor.subject(), clock.instant());
        });
        return Outcome.accepted(ArticleVersionView.of(waiting));
    }

    @GET
    @Transactional
    public Response find(@QueryParam("url") String url) {
        if (url == null) {
            throw Problem.malformed("The query parameter url is required.");
        }
        return read(Article.at(CanonicalUrl.ofParameter(url)));
    }

    @GET
    @Path("{id}")
    @Transactional
    public Response article(@PathParam("id") UUID id) {
        return read(Article.findByIdOptional(id));
    }

    @GET
    @Path("{id}/text")
    @RolesAllowed(Role.SUBMITTER_NAME)
    @Transactional
    public Response text(@PathParam("id") UUID id) {
        var article = Article.<Article>findByIdOptional(id).orElseThrow(Problem::notFound);
        return reads.conditional(article.etag(), MediaType.TEXT_PLAIN + ";charset=utf-8", article::text);
    }

    private Response read(Optional<Article> found) {
        var article = found.orElseThrow(Problem::notFound);
        return reads.conditional(article.etag(), () -> ArticleView.of(article));
    }

    private static CanonicalUrl canonical(String pointer, String url) {
        try {
            return CanonicalUrl.of(url);
        } catch (CanonicalUrl.Refused e) {
            throw Problem.invalid(pointer, e.getMessage());
        }
    }
}
