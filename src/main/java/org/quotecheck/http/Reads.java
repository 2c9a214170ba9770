package org.quotecheck.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads that honour If-None-Match (RFC 9110, section 13.1.2). */
@ApplicationScoped
public class Reads {

    @Context
    HttpHeaders headers;

    /**
     * 304 when the client has the current version; otherwise 200 with the view, which is made only then, as JSON
     * whatever the Accept header prefers (RFC 9110, section 12.5.1).
     *
     * @param etag with its quotes
     */
    public Response conditional(String etag, Supplier<?> view) {
        return conditional(etag, MediaType.APPLICATION_JSON, view);
    }

    /** The same with another media type. */
    public Response conditional(String state, String type, Supplier<?> view) {
        var etag = EntityTags.sendable(state);
        var response = isKnown(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)
                ? Response.notModified()
                : Response.ok(view.get(), type);
        return response.header(HttpHeaders.ETAG, etag).build();
    }

    /** The same with one page of a list and its link to the next. */
    public Response conditional(String state, UriInfo uri, Supplier<? extends PageView<?>> page) {
        var etag = EntityTags.sendable(state);
        var response = isKnown(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)
                ? Response.notModified()
                : Response.fromResponse(page.get().response(uri));
        return response.header(HttpHeaders.ETAG, etag).build();
    }

    /**
     * 304 when the client has the present version, without anything else of it being read
     *
     * @param present the version's entity tag with its quotes, null where there is none; asked for only when the client
     *     names one
     */
    public Optional<Response> known(Supplier<String> present) {
        var ifNoneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch == null) {
            return Optional.empty();
        }
        var state = present.get();
        var etag = state == null ? null : EntityTags.sendable(state);
        return etag != null && isKnown(ifNoneMatch, etag)
                ? Optional.of(
                        Response.notModified().header(HttpHeaders.ETAG, etag).build())
                : Optional.empty();
    }

    /**
     * Leads to another address of ours, by its path alone (RFC 9110, section 10.2.2): what scheme and host readers see
     * is known to what stands before the service, and not always to the service.
     */
    public static Response.ResponseBuilder elsewhere(int status, String path) {
        return Response.status(status).header(HttpHeaders.LOCATION, path);
    }

    /**
     * @param ifNoneMatch the header, null where there is none
     * @throws Problem 400 when it cannot be read
     */
    public static boolean isKnown(String ifNoneMatch, String etag) {
        return EntityTags.parse("If-None-Match", ifNoneMatch)
                .filter(known -> known.match(etag))
                .isPresent();
    }
}
