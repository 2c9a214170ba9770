package org.quotecheck.console;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Settings;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** {@code /console}: where submitters, reviewers and editors work. */
@Path("/console")
@RunOnVirtualThread
class ConsoleResource {

    private static final String HTML = "text/html;charset=utf-8";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Settings settings;
    private final Organization organization;
    private final Reads reads;

    ConsoleResource(Settings settings, Organization organization, Reads reads) {
        this.settings = settings;
        this.organization = organization;
        this.reads = reads;
    }

    @GET
    public Response page() {
        return Response.fromResponse(reads.conditional(ConsoleFiles.ETAG, HTML, () -> ConsoleFiles.PAGE))
                .header("Content-Security-Policy", ConsolePolicy.of(settings))
                .build();
    }

    @GET
    @Path("config")
    public Response config() {
        var config = ConsoleConfig.of(
                settings, organization.name(), LaunchMode.current().isDevOrTest());
        return Response.ok(config, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String file) {
        var content = ConsoleFiles.named(file).orElseThrow(Problem::notFound);
        var type = file.endsWith(".js") ? "text/javascript" : "text/css";
        return Response.fromResponse(reads.conditional('"' + file + '"', type + ";charset=utf-8", () -> content))
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }
}
