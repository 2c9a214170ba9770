package org.quotecheck.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;

/** {@code /v1/articles/{id}/quotes}: the quotes of an article, and what people mark and correct. */
@Path("/v1/articles/{id}/quotes")
@RunOnVirtualThread
class QuotesResource {

    private final Writes writes;
    private final Reads reads;
    private final Actors actors;
    private final QuoteCorrections corrections;

    QuotesResource(Writes writes, Reads reads, Actors actors, QuoteCorrections corrections) {
        this.writes = writes;
        this.reads = reads;
        this.actors = actors;
        this.corrections = corrections;
    }

    @GET
    @Transactional
    public Response quotes(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var article = Article.<Article>findByIdOptional(id).orElseThrow(Problem::notFound);
        var after = cursor == null ? null : QuoteList.Position.of(cursor, article);
        return reads.conditional(article.etag(), uri, () -> QuoteList.page(article, limit, after));
    }

    @POST
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response add(@PathParam("id") UUID id, byte[] content) {
        return writes.change(
                content,
                () -> Target.unconditional(Article.locked(id).orElseThrow(Problem::notFound)),
                (article, body) -> corrections.add(article, body));
    }

    @PATCH
    @Path("{quoteId}")
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response correct(@PathParam("id") UUID id, @PathParam("quoteId") UUID quoteId, byte[] content) {
        return writes.change(
                content,
                () -> locked(id, quoteId),
                (article, body) -> corrections.correct(article, quote(article, quoteId), body, actors.current()));
    }

    @DELETE
    @Path("{quoteId}")
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response remove(@PathParam("id") UUID id, @PathParam("quoteId") UUID quoteId) {
        return writes.remove(
                () -> locked(id, quoteId),
                article -> corrections.remove(article, quote(article, quoteId), actors.current()));
    }

    private static Target<Article> locked(UUID id, UUID quoteId) {
        var article = Article.locked(id).orElseThrow(Problem::notFound);
        quote(article, quoteId);
        return new Target<>(article, article.lockVersion(), article.etag());
    }

    private static Quote quote(Article article, UUID id) {
        return ArticleQuotes.find(article.id, id).orElseThrow(Problem::notFound);
    }
}
