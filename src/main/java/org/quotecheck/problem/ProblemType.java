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
            "Something in the request cannot be read: the body is not JSON or not UTF-8, or a header, an id, a cursor"
                    + " or a query parameter does not have its form. The detail says which. Correct it and send the"
                    + " request again."),
    UNAUTHENTICATED(
            401,
            "A valid token is needed",
            "The call needs an access token, and none came, or the one that came is expired, has a wrong signature, or"
                    + " was issued by or for somebody else. Get a new token from your identity provider and send it as"
                    + " \"Authorization: Bearer <token>\"."),
    IDENTITY_NOT_CONFIGURED(
            401,
            "Nobody can sign in here yet",
            "A token came, and this deployment knows no identity provider that could have issued it. What is public"
                    + " can be read without a token. The organisation that runs this service has to name its identity"
                    + " provider first."),
    FORBIDDEN(
            403,
            "Your role does not allow this",
            "You are known, but your roles do not include the one this call needs. Ask the organisation that runs this"
                    + " service."),
    EDGE_ONLY(
            403,
            "Ask under the public address",
            "This deployment answers through its content delivery network alone. Send the request to the public"
                    + " address instead."),
    SELF_APPROVAL(
            403,
            "Somebody else must approve",
            "Nobody publishes a verdict that they proposed themselves. Another editor has to look at it and publish"
                    + " it."),
    NOT_ASSIGNEE(
            403,
            "The claim is assigned to somebody else",
            "Only the reviewer to whom the claim is assigned does this. Ask the assignee, or an editor to release the"
                    + " claim."),
    NOT_FOUND(404, "Not found", "Nothing is known under this address, or it is not for you to see."),
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "This address exists, but does not take this HTTP method. An OPTIONS request lists those that it takes."),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "The service has no representation of the kind that the Accept header asks for. Leave the header out, or"
                    + " accept application/json."),
    ILLEGAL_TRANSITION(
            409,
            "The claim cannot go there from here",
            "A claim moves from status to status along fixed ways. The member \"allowed\" lists where you may move"
                    + " this claim now."),
    CLAIM_LOCKED(
            409,
            "The claim cannot be changed now",
            "What this call changes is fixed while the claim has its present status. Move the claim to another status"
                    + " first."),
    CLAIM_REJECTED(
            409,
            "This claim was rejected",
            "The same claim was submitted before and rejected. It is not taken up again unless an editor reopens it."),
    CLAIM_EXISTS(
            409,
            "Another claim says this already",
            "A claim is its words and its claimant. After this change it would be the same as another claim; the"
                    + " member \"claim\" is that one's id. Make one the duplicate of the other instead."),
    SOURCE_CITED(
            409,
            "The verdict draft cites this source",
            "The verdict draft names the source among those that it cites. Write the draft without it first, then"
                    + " remove the source."),
    REQUEST_IN_PROGRESS(
            409,
            "The same request is still running",
            "A request with the same Idempotency-Key has not finished yet. Wait as long as Retry-After says and send"
                    + " it again: you will get the first one's answer."),
    GONE(410, "No longer there", "What was published under this address has been taken back."),
    STALE_VERSION(
            412,
            "It was changed in the meantime",
            "The If-Match header names a version that is no longer the current one. Read the resource again, look at"
                    + " what changed, and repeat your change with the new ETag."),
    TOO_LARGE(413, "Too large", "An article's text may have 1 MiB of UTF-8, its HTML 3 MiB, and a request body 4 MiB."),
    URI_TOO_LONG(414, "The address is too long", "An address may have 16,384 characters with its query."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Unsupported media type", "Send the body as application/json in UTF-8, without Content-Encoding."),
    INVALID_INPUT(
            422,
            "The input is not valid",
            "The body is JSON, but a member is missing, unknown, of the wrong type or not allowed. Each entry of"
                    + " \"errors\" names one by a JSON Pointer (RFC 6901)."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key was used for another request",
            "An Idempotency-Key stands for one request: the same method, path and body. Use a new key for a new"
                    + " request."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is needed",
            "A change of something that exists must say which version it changes, so that nobody's work is lost. Read"
                    + " the resource and send its ETag as If-Match."),
    QUOTA_EXCEEDED(
            429,
            "Enough for today",
            "What one submitter may send in, and what readers of one network may report, is limited by the day (UTC)."
                    + " Go on after the time that Retry-After says."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "All headers of a request together may have 16 KiB."),
    INTERNAL_ERROR(
            500,
            "The service failed",
            "This is our fault, not yours. Nothing of the request was kept. If it happens again, tell the organisation"
                    + " that runs this service the request id."),
    NOT_IMPLEMENTED(
            501,
            "Not implemented",
            "The service does not give this form of an answer; the detail says which ones it gives."),
    ADDRESS_NOT_CONFIGURED(
            503,
            "The service does not know its public address",
            "What links to this service from elsewhere (feeds, oEmbed, sitemap, markup, iframe pages) needs its address. The "
                    + "organisation that runs it has to set QUOTECHECK_BASE_URL."),
    UNAVAILABLE(
            503,
            "The service is not available at the moment",
            "The database, or the identity provider, cannot be reached. Try again after the time that Retry-After"
                    + " says.");

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
