package org.quotecheck.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.quotecheck.deployment.IdentityProvider;

/** Turns whatever is thrown into a problem (RFC 9457), or into a page where a person follows a link. */
public class ProblemMapper {

    /** Whether what the request waited for was ended, for it took too long: an {@link AtomicBoolean}. */
    public static final String LATE = "quotecheck.late";

    /** Under which the routing context knows the request's id. */
    public static final String REQUEST_ID = "requestId";
    /** Under which it knows the slug of the problem that is the answer. */
    public static final String PROBLEM = "problem";

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String NO_TOKEN =
            "The call needs an access token. Send it as \"Authorization: Bearer <token>\".";

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    private final ProblemPage page;
    private final RoutingContext routing;
    private final IdentityProvider identityProvider;

    ProblemMapper(ProblemPage page, RoutingContext routing, IdentityProvider identityProvider) {
        this.page = page;
        this.identityProvider = identityProvider;
        this.routing = routing;
    }

    @ServerExceptionMapper
    Response problem(Problem problem) {
        routing.put(PROBLEM, problem.type().slug());
        var response = Response.status(problem.type().status());
        problem.headers().forEach(response::header);
        if (page.isWanted(Accepted.types(headers), uri.getPath())) {
            return response.type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                    .entity(page.render(problem))
                    .build();
        }
        return response.type(ProblemView.MEDIA_TYPE)
                .entity(ProblemView.of(problem, uri.getRequestUri().getRawPath()))
                .build();
    }

    /** What the framework itself refuses; a parameter that could not be converted carries our problem as its cause. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        if (e.getCause() instanceof Problem problem) {
            // A reader who mistyped an address has no request to correct: there is no such page.
            return problem(page.isWanted(Accepted.types(headers), uri.getPath()) ? Problem.notFound() : problem);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        var type = ProblemType.ofStatus(status);
        if (type.status() >= 500) {
            log("failed", new Failure(e));
        }
        var problem = status == 400 && !hasReadableType()
                ? Problem.malformed("The header Content-Type cannot be read: it must be a media type,"
                        + " such as application/json.")
                : Problem.of(type);
        var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return problem(allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow));
    }

    private boolean hasReadableType() {
        try {
            headers.getMediaType();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e) {
        return unauthenticated(NO_TOKEN, "Bearer");
    }

    /** RFC 6750, section 3: a token was sent, and is not valid, or nobody can tell. */
    @ServerExceptionMapper
    Response authenticationFailed(AuthenticationFailedException e) {
        if (!identityProvider.isConfigured()) {
            return problem(new Problem(
                            ProblemType.IDENTITY_NOT_CONFIGURED,
                            "This deployment has no identity provider configured, so it accepts no tokens.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
        }
        var failure = new Failure(e);
        if (failure.has(IOException.class)) {
            log("could not get the identity provider's keys (QUOTECHECK_IDENTITY_JWKS)", failure);
            return problem(new Problem(ProblemType.UNAVAILABLE, "The identity provider's keys cannot be fetched.")
                    .header("Retry-After", "5"));
        }
        return unauthenticated(
                "The access token is not valid: it must be a JWT that this deployment's identity provider has signed"
                        + " for it, that has not expired, and that has a subject (sub).",
                "Bearer error=\"invalid_token\"");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return problem(
                new Problem(ProblemType.FORBIDDEN, "Your roles do not include the one that this call requires."));
    }

    @ServerExceptionMapper
    Response failed(Throwable e) {
        var failure = new Failure(e);
        boolean late = isLate(routing);
        if (late || failure.isDatabaseAway()) {
            log(late ? "waited too long" : "found no database", failure);
            return problem(Problem.databaseAway());
        }
        if (failure.has(ClosedChannelException.class) || routing.response().closed()) {
            LOG.debugf(e, "Request %s was abandoned by its caller", routing.<String>get(REQUEST_ID));
            return problem(Problem.malformed("The request could not be read to its end."));
        }
        log("failed", failure);
        return problem(new Problem(ProblemType.INTERNAL_ERROR, "The service failed; nothing was stored."));
    }

    /** Whether the request's wait was interrupted, as it took too long. */
    public static boolean isLate(RoutingContext routing) {
        return routing.get(LATE) instanceof AtomicBoolean ended && ended.get();
    }

    private void log(String what, Failure failure) {
        failure.log(LOG, routing.get(REQUEST_ID), what);
    }

    private Response unauthenticated(String detail, String challenge) {
        return problem(
                new Problem(ProblemType.UNAUTHENTICATED, detail).header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}
