package org.quotecheck.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Who an operation's answers are for, and so who may keep them (openapi.yaml, "Caches"). */
public enum Audience {
    /** Pages of others: everybody reads the same. */
    EMBEDDERS("public, max-age=60, s-maxage=180, stale-while-revalidate=60, stale-if-error=86400"),
    /** Readers of our pages, markup, feeds and published revisions: everybody reads the same. */
    READERS(EMBEDDERS.cachePolicy),
    /** Any caller of the API: the answer may depend on the caller. */
    CALLERS("private, no-cache"),
    /** Developers and operators, and those who asked for what is not there. */
    NOBODY("no-store");

    private static final String REVISION = "/v1/claims/{id}/verdict-revisions/{number}";
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            "Strict-Transport-Security",
            "max-age=31536000");

    /**
     * Marks a public operation whose answer depends on the caller: it reads Authorization, and refuses a token that is
     * not valid. A public operation without it never reads the header.
     */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface OptionalCaller {}

    private final String cachePolicy;

    Audience(String cachePolicy) {
        this.cachePolicy = cachePolicy;
    }

    /** Of the operation with that path template, as the resource class has it. */
    static Audience of(String template) {
        if (template.equals(REVISION)) {
            return READERS;
        }
        if (template.startsWith("/v1/")) {
            return CALLERS;
        }
        if (template.startsWith("/q/") || template.startsWith("/dev/")) {
            return NOBODY;
        }
        return template.startsWith("/embed/") ? EMBEDDERS : READERS;
    }

    /**
     * Adds to an answer's own headers what every answer for this audience has
     *
     * @param own gives a header that is there, or null
     * @param set puts one, in place of what was there
     */
    public void complete(UnaryOperator<String> own, BiConsumer<String, String> set, int status) {
        ALWAYS.forEach((name, value) ->
                set.accept(name, name.equals("Referrer-Policy") && own.apply(name) != null ? own.apply(name) : value));
        set.accept("Cross-Origin-Resource-Policy", this == EMBEDDERS ? "cross-origin" : "same-origin");
        var type = own.apply("Content-Type");
        boolean page = type != null && type.startsWith("text/html");
        boolean developersPage = page && this == NOBODY && status < 400;
        if (own.apply("Content-Security-Policy") == null && !developersPage) {
            set.accept("Content-Security-Policy", page ? PAGE_POLICY : DATA_POLICY);
        }
        if (status >= 400) {
            set.accept("Cache-Control", NOBODY.cachePolicy);
        } else if (own.apply("Cache-Control") == null) {
            set.accept("Cache-Control", cachePolicy);
        }
        if (this == CALLERS) {
            vary(own, set, "Authorization");
        }
    }

    /** Adds one to the header fields on which the answer depends (RFC 9110, section 12.5.5). */
    static void vary(UnaryOperator<String> own, BiConsumer<String, String> set, String field) {
        var present = own.apply("Vary");
        set.accept("Vary", present == null || present.equals(field) ? field : present + ", " + field);
    }
}
