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
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.quotecheck.deployment.IdentityProvider;

/** Turns whatever is thrown into a problem (RFC 9457), or into a page where a person follows a link. */
public class ProblemMapper {

    /** Under which the routing context knows the request's id. */
    public static final String REQUEST_ID = "requestId";

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final List<String> AWAY = List.of("08", "28", "3D", "53", "57P");

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
        var response = Response.status(problem.type().status());
        problem.headers().forEach(response::header);
        if (page.isWanted(headers.getAcceptableMediaTypes(), uri.getPath())) {
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
            return problem(problem);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        var type = ProblemType.ofStatus(status);
        if (type.status() >= 500) {
            log("failed", e);
        }
        var problem = new Problem(type, type.explanation());
        var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return problem(allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow));
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e) {
        return unauthenticated("The call needs an access token.", "Bearer");
    }

    /** RFC 6750, section 3: a token came, and is not valid, or nobody can tell. */
    @ServerExceptionMapper
    Response authenticationFailed(AuthenticationFailedException e) {
        if (!identityProvider.isConfigured()) {
            return problem(new Problem(
                            ProblemType.IDENTITY_NOT_CONFIGURED,
                            "This deployment knows no identity provider, so it takes no token.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
        }
        if (hasCause(e, IOException.class)) {
            log("could not get the identity provider's keys", e);
            return problem(new Problem(ProblemType.UNAVAILABLE, "The identity provider's keys cannot be fetched.")
                    .header("Retry-After", "5"));
        }
        return unauthenticated("The access token is not valid.", "Bearer error=\"invalid_token\"");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return problem(new Problem(ProblemType.FORBIDDEN, "Your roles do not include the one this call needs."));
    }

    @ServerExceptionMapper
    Response failed(Throwable e) {
        if (isDatabaseAway(e)) {
            log("found no database", e);
            return problem(
                    new Problem(ProblemType.UNAVAILABLE, "The database cannot be reached.").header("Retry-After", "5"));
        }
        log("failed", e);
        return problem(new Problem(ProblemType.INTERNAL_ERROR, "The service failed; nothing of the request was kept."));
    }

    /** Under the id that the client was told. */
    private void log(String what, Throwable e) {
        LOG.errorf(e, "Request %s %s", routing.<String>get(REQUEST_ID), what);
    }

    private Response unauthenticated(String detail, String challenge) {
        return problem(
                new Problem(ProblemType.UNAUTHENTICATED, detail).header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }

    private static boolean hasCause(Throwable e, Class<?> type) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    /**
     * SQLSTATE class 08 (connection), 28 (user), 3D (database), 53 (resources), 57P (shutdown), or no connection from
     * the pool in time.
     */
    private static boolean isDatabaseAway(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                if (state == null
                        ? sql.getMessage() != null && sql.getMessage().startsWith("Sorry, acquisition timeout")
                        : AWAY.stream().anyMatch(state::startsWith)) {
                    return true;
                }
            }
        }
        return false;
    }
}
