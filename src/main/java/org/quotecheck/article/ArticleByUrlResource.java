package org.quotecheck.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** {@code /v1/articles/by-url}: where the article of an address is. */
@Path("/v1/articles/by-url")
@RunOnVirtualThread
class ArticleByUrlResource {

    @GET
    @Transactional
    public Response find(@QueryParam("url") String url) {
        if (url == null) {
            throw Problem.malformed("The query parameter url is required.");
        }
        var article = Article.at(CanonicalUrl.ofParameter(url)).orElseThrow(Problem::notFound);
        return Reads.elsewhere(303, "/v1/articles/" + article.id).build();
    }
}
