package org.quotecheck.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a write answers: status, headers and the view to serialise (null for an empty body).
 *
 * @param kept the view that is kept for a repetition of the request: another one where the answer holds a secret
 */
public record Outcome(int status, Object view, Map<String, String> headers, Object kept) {

    private Outcome(int status, Object view, Map<String, String> headers) {
        this(status, view, headers, view);
    }

    public static Outcome ok(Object view) {
        return new Outcome(200, view, Map.of());
    }

    /** @param location path of the new resource */
    public static Outcome created(String location, Object view) {
        return new Outcome(201, view, Map.of("Location", location));
    }

    /** 201 for something without a separate address. */
    public static Outcome created(Object view) {
        return new Outcome(201, view, Map.of());
    }

    /** 202: accepted, but not done yet. */
    public static Outcome accepted(Object view) {
        return new Outcome(202, view, Map.of());
    }

    /** 204. */
    public static Outcome noContent() {
        return new Outcome(204, null, Map.of());
    }

    /** @param etag with its quotes */
    public Outcome etag(String etag) {
        return with("ETag", etag);
    }

    public Outcome with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Outcome(status, view, all, kept);
    }

    /** The same, which says this when the request is repeated. */
    public Outcome replayed(Object other) {
        return new Outcome(status, view, headers, other);
    }
}
