package org.quotecheck.embed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.quotecheck.http.Reads;

/** {@code /embed/v1}: what publishers' pages ask for; public, cacheable, by far the most calls. */
@Path("/embed/v1")
@RunOnVirtualThread
class EmbedsResource {

    private final EmbedAnswers answers;
    private final Reads reads;
    private final Deadline.EmbedSettings settings;

    EmbedsResource(EmbedAnswers answers, Reads reads, Deadline.EmbedSettings settings) {
        this.answers = answers;
        this.settings = settings;
        this.reads = reads;
    }

    @GET
    @Path("claims")
    public Response claims(@QueryParam("ids") String ids, @QueryParam("lang") String language) {
        return answer(EmbedQuestion.ofClaims(ids, language));
    }

    @GET
    @Path("articles")
    public Response article(
            @QueryParam("url") String url, @QueryParam("urlHash") String urlHash, @QueryParam("lang") String language) {
        return answer(EmbedQuestion.onPage(url, urlHash, language));
    }

    private Response answer(EmbedQuestion question) {
        var answer = answers.known(question)
                .orElseGet(() -> Deadline.within(settings.within(), () -> answers.read(question)));
        return reads.conditional(answer.etag(), answer::body);
    }
}
