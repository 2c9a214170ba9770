package org.quotecheck.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Role;

/** {@code /v1/articles/{id}/quotes}: the quotes of an article, and those that its readers find besides. */
@Path("/v1/articles/{id}/quotes")
@RunOnVirtualThread
class QuotesResource {

    private final Writes writes;
    private final Reads reads;
    private final Clock clock;

    QuotesResource(Writes writes, Reads reads, Clock clock) {
        this.writes = writes;
        this.reads = reads;
        this.clock = clock;
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
                (article, body) -> add(article, body.as(AddQuote.class)));
    }

    private Outcome add(Article article, AddQuote input) {
        var text = article.text();
        var part = input.in(text);
        var known = article.quotes();
        var same = known.stream().filter(quote -> quote.isJust(part)).findFirst();
        if (same.isPresent()) {
            return Outcome.ok(QuoteView.of(same.get(), article)).etag(article.etag());
        }
        var quote = article.add(part, input.saidBy(), text, known, clock.instant());
        Article.flush();
        return Outcome.created(QuoteView.of(quote, article)).etag(article.etag());
    }
}
