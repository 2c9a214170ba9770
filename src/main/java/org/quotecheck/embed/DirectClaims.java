package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quotecheck.claim.PublishedReads;
import org.quotecheck.digest.Json;
import org.quotecheck.http.Reads;
import org.quotecheck.security.Actor;

/** Answers {@code GET /v1/claims/{id}} of everybody without the framework, where the claim has a verdict. */
final class DirectClaims {

    static final String PREFIX = "/v1/claims/";
    private static final Pattern PATH =
            Pattern.compile(PREFIX + "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private final PublishedReads claims;
    private final ObjectMapper json;

    DirectClaims(PublishedReads claims, ObjectMapper json) {
        this.claims = claims;
        this.json = json;
    }

    /**
     * Empty when the framework must answer: another request, or a claim that is not plainly there for everybody.
     *
     * @throws org.quotecheck.problem.Problem when If-None-Match cannot be read
     */
    Optional<DirectAnswer> answer(DirectRequest request) {
        var path = PATH.matcher(request.path());
        if (!path.matches() || !request.isRead() || !request.query().isEmpty() || !request.isOfNobodyForJson()) {
            return Optional.empty();
        }
        var id = UUID.fromString(path.group(1));
        var known = request.headers().get("if-none-match");
        if (known != null) {
            var present = claims.etag(id, Actor.PUBLIC).filter(etag -> Reads.isKnown(known, etag));
            if (present.isPresent()) {
                return Optional.of(DirectAnswer.read(request, present.get(), null));
            }
        }
        return claims.claim(id, Actor.PUBLIC)
                .map(claim -> DirectAnswer.read(request, claim.etag(), Json.bytes(json, claim.view())));
    }
}
