package org.quotecheck.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every kind of error a client can meet: its slug, status, title and what to do about it. The problem's {@code type}
 * (RFC 9457, section 3.1.1) is {@code /problems/<slug>}, a page that shows the explanation.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "Malformed request",
            "Part of the request cannot be read: the body is not JSON or not UTF-8, or a header, an "
                    + "id, a cursor or a query parameter is malformed. The detail names it. Correct it and send "
                    + "the request again."),
    UNAUTHENTICATED(
            401,
            "Valid token required",
            "The call requires an access token. None was sent, or the token is expired, has an "
                    + "invalid signature, or was issued by or for somebody else. Get a new token from your "
                    + "identity provider and send it as \"Authorization: Bearer <token>\"."),
    IDENTITY_NOT_CONFIGURED(
            401,
            "Sign-in is not configured",
            "The request has a token, but this deployment has no identity provider configured. Public "
                    + "data can be read without a token. The organisation that runs this service must configure "
                    + "its identity provider first."),
    FORBIDDEN(
            403,
            "Your role does not allow this call",
            "You are signed in, but your roles do not include the one that this call requires. Ask "
                    + "the organisation that runs this service."),
    EDGE_ONLY(
            403,
            "Use the public address",
            "This deployment answers only through its content delivery network. Send the request to "
                    + "the public address instead."),
    SELF_APPROVAL(
            403,
            "Approval by somebody else required",
            "A verdict cannot be published by anyone who proposed it or wrote part of it. Another "
                    + "editor must review and publish it."),
    NOT_ASSIGNEE(
            403,
            "The claim is assigned to somebody else",
            "Only the reviewer to whom the claim is assigned can do this. Ask the assignee, or ask an "
                    + "editor to release the claim."),
    NOT_FOUND(404, "Not found", "There is nothing at this address, or you are not allowed to see it."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "This address exists, but does not support this HTTP method. The header Allow lists the "
                    + "methods that it supports."),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "The service cannot answer in any media type that the Accept header allows. Leave the "
                    + "header out, or accept application/json."),
    ILLEGAL_TRANSITION(
            409,
            "Transition not allowed",
            "A claim changes its status only by fixed transitions. The member \"allowed\" lists the ones "
                    + "that you may make now."),
    CLAIM_LOCKED(
            409,
            "The claim cannot be changed now",
            "This part of the claim cannot be changed in the claim's current status. Move "
                    + "the claim to another status first."),
    CLAIM_REJECTED(
            409,
            "This claim was rejected",
            "The same claim was submitted before and rejected. Only an editor can reopen it."),
    CLAIM_EXISTS(
            409,
            "The claim already exists",
            "A claim is identified by its words and its claimant. After this change it would equal "
                    + "another claim, whose id is the member \"claim\". Mark one as a duplicate of the other "
                    + "instead."),
    ADDRESS_TAKEN(
            409,
            "Address belongs to another article",
            "Each address, whether a URL or an alias, belongs to one article. The member \"article\" is the id of "
                    + "the article that has it. Remove the alias there first, or leave it out here."),
    QUOTE_EXISTS(
            409,
            "The words are already a quote",
            "These words are already a quote at this place; the member \"quote\" is its id. Correct that "
                    + "one (PATCH) instead."),
    SOURCE_CITED(
            409,
            "The verdict draft cites this source",
            "The verdict draft cites the source. Remove it from the draft first, then remove the source."),
    REQUEST_IN_PROGRESS(
            409,
            "The same request is still running",
            "A request with the same Idempotency-Key has not finished yet. Wait for the time given in "
                    + "Retry-After and send the request again: you will get the answer to the first one."),
    GONE(410, "No longer available", "What was published at this address has been retracted or removed."),
    STALE_VERSION(
            412,
            "Changed in the meantime",
            "The If-Match header names a version that is no longer current. Read the resource again, "
                    + "check what changed, and repeat your change with the new ETag."),
    TOO_LARGE(
            413,
            "Too large",
            "An article's text must not exceed 1 MiB of UTF-8, its HTML 3 MiB, and a request body 4 MiB."),
    URI_TOO_LONG(414, "The address is too long", "An address must not exceed 16,384 characters, including its query."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Unsupported media type", "Send the body as application/json in UTF-8, without Content-Encoding."),
    INVALID_INPUT(
            422,
            "Invalid input",
            "The body is JSON, but members are missing, unknown, of the wrong type or not allowed. "
                    + "Each entry of \"errors\" names one of them with a JSON Pointer (RFC 6901)."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency-Key used for another request",
            "An Idempotency-Key identifies one request: the same method, path and body. Use a new key "
                    + "for a new request."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match required",
            "Every change names the version that it is based on, so that nobody's work is lost. Read "
                    + "the resource and send its ETag as If-Match."),
    QUOTA_EXCEEDED(
            429,
            "Limit reached",
            "Submissions by one submitter and reports from one network are limited per day (UTC), and "
                    + "look-ups from one network per minute. Try again after the time given in Retry-After."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "The headers of a request must not exceed 16 KiB in total."),
    INTERNAL_ERROR(
            500,
            "The service failed",
            "This is our fault, not yours. Nothing was stored. If it happens again, report the "
                    + "request id to the organisation that runs this service."),
    NOT_IMPLEMENTED(
            501,
            "Not implemented",
            "The service does not support this form of answer. The detail names the forms that it supports."),
    ADDRESS_NOT_CONFIGURED(
            503,
            "The public address is not configured",
            "Feeds, oEmbed, the sitemap, markup and iframe pages link to this service and require its "
                    + "public address. The organisation that runs it must set QUOTECHECK_BASE_URL."),
    UNAVAILABLE(
            503,
            "Service unavailable",
            "The database or the identity provider cannot be reached. Try again after the time given in "
                    + "Retry-After.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** The name in the type's address: lower case, words joined by hyphens. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The general type for a status that the framework decided; a 5xx without its own is an internal error. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 431 -> HEADERS_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
