package org.quotecheck.embed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** {@code /embed/v1}: what publishers' pages ask for; public, cacheable, by far the most calls. */
@Path("/embed/v1")
@RunOnVirtualThread
class EmbedsResource {

    private final EmbedAnswers answers;
    private final Reads reads;

    EmbedsResource(EmbedAnswers answers, Reads reads) {
        this.answers = answers;
        this.reads = reads;
    }

    @GET
    @Path("claims")
    public Response claims(@QueryParam("ids") String ids, @QueryParam("lang") String language) {
        var answer = Deadline.within(Deadline.OF_EMBEDS, () -> answers.ofClaims(ids, language));
        return reads.conditional(answer.etag(), answer.view());
    }

    @GET
    @Path("articles")
    public Response article(
            @QueryParam("url") String url, @QueryParam("urlHash") String urlHash, @QueryParam("lang") String language) {
        if ((url == null) == (urlHash == null)) {
            throw Problem.malformed("One of the query parameters url and urlHash is required.");
        }
        var hash = url == null ? urlHash : CanonicalUrl.ofParameter(url).hash();
        var answer = Deadline.within(Deadline.OF_EMBEDS, () -> answers.onPage(hash, language));
        return reads.conditional(answer.etag(), answer.view());
    }
}
