package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.security.Role;

/** {@code /v1/articles/{id}/versions/{number}/transitions}: what a reviewer says to a version that waits. */
@Path("/v1/articles/{id}/versions/{number}/transitions")
@RunOnVirtualThread
class VersionTransitionsResource {

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
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    private final Writes writes;
    private final Event<ArticleRevised> revisions;
    private final Clock clock;

    VersionTransitionsResource(Writes writes, Event<ArticleRevised> revisions, Clock clock) {
        this.writes = writes;
        this.revisions = revisions;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.REVIEWER_NAME)
    public Response move(@PathParam("id") UUID id, @PathParam("number") String number, byte[] content) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw Problem.malformed("A version's number must be a positive integer.");
        }
        var key = new ArticleVersion.Key(id, Integer.parseInt(number));
        return writes.change(content, () -> Target.unconditional(locked(key)), (article, body) -> {
            ArticleVersion version = ArticleVersion.findById(key);
            if (version.state != ArticleVersion.State.WAITING) {
                throw new Problem(ProblemType.ILLEGAL_TRANSITION, "The version is " + version.state + " already.");
            }
            return move(article, version, body.as(MoveVersion.class).to());
        });
    }

    private Outcome move(Article article, ArticleVersion version, MoveVersion.To to) {
        if (to == MoveVersion.To.REFUSED) {
            version.state = ArticleVersion.State.REFUSED;
        } else if (version.key.number() < article.version) {
            throw new Problem(ProblemType.ILLEGAL_TRANSITION, "A later version stands at the article's address.");
        } else {
            article.accept(version, clock.instant());
            revisions.fire(new ArticleRevised(article.id));
        }
        Article.flush();
        return Outcome.created(ArticleVersionView.of(version)).etag(article.etag());
    }

    private static Article locked(ArticleVersion.Key key) {
        return Article.locked(key.articleId())
                .filter(article -> ArticleVersion.findByIdOptional(key).isPresent())
                .orElseThrow(Problem::notFound);
    }
}
