package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.quotecheck.http.Choice;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.security.Role;

/** {@code /v1/articles/{id}/versions}: the texts of an article, and what a reviewer decides about one that waits. */
@Path("/v1/articles/{id}/versions")
@RunOnVirtualThread
class VersionsResource {

    @RegisterForReflection
    record MoveVersion(@NotNull To to) {

        @RegisterForReflection
        enum To {
            @JsonProperty("accepted")
            ACCEPTED,
            @JsonProperty("refused")
            REFUSED;

            @Override
            public String toString() {
                return Choice.code(this);
            }
        }
    }

    private final Writes writes;
    private final Reads reads;
    private final Event<ArticleRevised> revisions;
    private final Clock clock;

    VersionsResource(Writes writes, Reads reads, Event<ArticleRevised> revisions, Clock clock) {
        this.writes = writes;
        this.reads = reads;
        this.revisions = revisions;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response versions(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("20") Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Article.findByIdOptional(id).orElseThrow(Problem::notFound);
        int before = cursor == null
                ? Integer.MAX_VALUE
                : Cursor.integer(Cursor.read(cursor, 1, "versions", id).getFirst());
        return PageView.of(
                        ArticleVersion.before(id, before, limit.value() + 1),
                        limit,
                        version -> List.of(String.valueOf(version.number())),
                        "versions",
                        id)
                .response(uri);
    }

    /** A version never changes, so that its digest is its ETag. */
    @GET
    @Path("{number}/text")
    @RolesAllowed(Role.REVIEWER_NAME)
    @Transactional
    public Response text(@PathParam("id") UUID id, @PathParam("number") String number) {
        var version =
                ArticleVersion.<ArticleVersion>findByIdOptional(key(id, number)).orElseThrow(Problem::notFound);
        return reads.conditional(
                '"' + version.contentDigest + '"', MediaType.TEXT_PLAIN + ";charset=utf-8", () -> version.text);
    }

    @POST
    @Path("{number}/transitions")
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response move(@PathParam("id") UUID id, @PathParam("number") String number, byte[] content) {
        var key = key(id, number);
        return writes.change(content, () -> Target.unconditional(locked(key)), (article, body) -> {
            ArticleVersion version = ArticleVersion.findById(key);
            if (version.state != ArticleVersion.State.WAITING) {
                throw new Problem(ProblemType.ILLEGAL_TRANSITION, "The version is already " + version.state + ".");
            }
            return move(article, version, body.as(MoveVersion.class).to());
        });
    }

    private Outcome move(Article article, ArticleVersion version, MoveVersion.To to) {
        if (to == MoveVersion.To.REFUSED) {
            version.refuse();
        } else if (version.key.number() < article.version) {
            throw new Problem(ProblemType.ILLEGAL_TRANSITION, "The article already has a later version.");
        } else {
            article.accept(version, clock.instant());
            revisions.fire(new ArticleRevised(article.id));
        }
        Article.flush();
        return Outcome.created(ArticleVersionView.of(version)).etag(article.etag());
    }

    private static ArticleVersion.Key key(UUID id, String number) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw Problem.malformed("A version's number must be a positive integer.");
        }
        return new ArticleVersion.Key(id, Integer.parseInt(number));
    }

    private static Article locked(ArticleVersion.Key key) {
        return Article.locked(key.articleId())
                .filter(article -> ArticleVersion.findByIdOptional(key).isPresent())
                .orElseThrow(Problem::notFound);
    }
}
