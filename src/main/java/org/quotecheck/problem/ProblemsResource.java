package org.quotecheck.problem;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

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
    public Response problem(@PathParam("slug") String slug) {
        var type = ProblemType.ofSlug(slug).orElseThrow(Problem::notFound);
        return Response.ok(page.render(type, null), "text/html;charset=utf-8").build();
    }
}
