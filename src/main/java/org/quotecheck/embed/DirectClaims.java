package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quotecheck.claim.PublishedReads;
import org.quotecheck.digest.Json;
import org.quotecheck.http.Reads;
import org.quotecheck.security.Actor;

/**
 * Answers an anonymous {@code GET /v1/claims/{id}} without the framework, where the claim has a verdict: the function's
 * direct way, and {@link PromptClaims}.
 */
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
        return asked(request)
                .flatMap(id -> read(id, request.headers().get("if-none-match")))
                .map(answer -> DirectAnswer.read(request, answer.etag(), answer.body()));
    }

    /** The claim that such a request asks for. */
    static Optional<UUID> asked(DirectRequest request) {
        var path = PATH.matcher(request.path());
        return path.matches() && request.isRead() && request.query().isEmpty() && request.isOfNobodyForJson()
                ? Optional.of(UUID.fromString(path.group(1)))
                : Optional.empty();
    }

    /**
     * What everybody reads, without a body where the client has it; empty for a claim that is not plainly there
     *
     * @param known the header If-None-Match, or null
     * @throws org.quotecheck.problem.Problem when it cannot be read
     */
    Optional<EmbedAnswer> read(UUID id, String known) {
        var unchanged = known == null
                ? Optional.<String>empty()
                : claims.etag(id, Actor.PUBLIC).filter(etag -> Reads.isKnown(known, etag));
        return unchanged.isPresent()
                ? Optional.of(new EmbedAnswer(unchanged.get(), null))
                : claims.claim(id, Actor.PUBLIC)
                        .map(claim -> new EmbedAnswer(claim.etag(), Json.bytes(json, claim.view())));
    }
}
