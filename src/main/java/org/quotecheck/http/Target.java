package org.quotecheck.http;

/**
 * The existing resource that a write changes.
 *
 * @param resource what the write works on
 * @param version the version that If-Match must name; null when the write needs no If-Match
 * @param etag the resource's present ETag as this caller sees it, with quotes
 */
public record Target<T>(T resource, String version, String etag) {

    /** A target that may be written to whatever its version, as when something is added to it. */
    public static <T> Target<T> unconditional(T resource) {
        return new Target<>(resource, null, null);
    }
}
