package org.quotecheck.problem;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /problems/{slug}}: the page behind the {@code type} of a problem. */
@Path("/problems")
@RunOnVirtualThread
class ProblemsResource {

    private final ProblemPage page;

    ProblemsResource(ProblemPage page) {
        this.page = page;
    }

    @GET
    @Path("{slug}")
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public String problem(@PathParam("slug") String slug) {
        return page.render(ProblemType.ofSlug(slug).orElseThrow(Problem::notFound), null);
    }
}
