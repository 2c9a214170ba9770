package org.quotecheck.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.http.Limit;
import org.quotecheck.http.QueryParameters;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;

/** {@code /v1/articles}: intake, and what is known about an article. */
@Path("/v1/articles")
@RunOnVirtualThread
class ArticlesResource {

    /** An address of its own, which only reads. */
    private static final String BY_URL = "by-url";

    private static final int MOST_SEARCHED = 200;
    private static final int LONGEST_HOST = 253;

    private final Writes writes;
    private final Reads reads;
    private final Actors actors;
    private final Intake intake;

    ArticlesResource(Writes writes, Reads reads, Actors actors, Intake intake) {
        this.writes = writes;
        this.reads = reads;
        this.actors = actors;
        this.intake = intake;
    }

    @POST
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response submit(byte[] content) {
        return writes.create(content, body -> intake.submit(body, actors.current()));
    }

    @GET
    @RolesAllowed(Role.SUBMITTER_NAME)
    @Transactional
    public Response articles(
            @QueryParam("q") String q,
            @QueryParam("publisher") String publisher,
            @QueryParam("submittedBy") String submittedBy,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        if (submittedBy != null && !submittedBy.equals("me")) {
            throw Problem.malformed("The query parameter submittedBy must be me.");
        }
        return new ArticleList(
                        QueryParameters.text("q", q, MOST_SEARCHED),
                        QueryParameters.text("publisher", publisher, LONGEST_HOST),
                        submittedBy != null,
                        actors.current())
                .page(Article.getEntityManager(), limit, cursor)
                .response(uri);
    }

    @GET
    @Path(BY_URL)
    @Transactional
    public Response find(@QueryParam("url") String url) {
        if (url == null) {
            throw Problem.malformed("The query parameter url is required.");
        }
        var article = Article.at(CanonicalUrl.ofParameter(url)).orElseThrow(Problem::notFound);
        return Reads.elsewhere(303, "/v1/articles/" + article.id).build();
    }

    @PATCH
    @Path("{id:(?!" + BY_URL + "$)[^/]+}")
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response describe(@PathParam("id") UUID id, byte[] content) {
        return writes.change(
                content,
                () -> {
                    var article = Article.locked(id).orElseThrow(Problem::notFound);
                    return new Target<>(article, article.lockVersion(), article.etag());
                },
                (article, body) -> intake.describe(article, body, actors.current()));
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
}
